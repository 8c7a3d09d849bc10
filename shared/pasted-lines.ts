import { limits } from './limits.ts';

/** A line of a pasted text as a task: under how many others it stands, and whether it is ticked off. */
export interface PastedLine {
  text: string;
  /** 0 for a task of its own; at most one more than that of the line before. */
  depth: number;
  isDone: boolean;
}

const bullet = /^(?:[-*+•‣◦▪–—]|\d{1,3}[.)])\s+/;
const box = /^(?:\[([ xX✓✔]?)\]|([☐□])|([☑☒✓✔✅]))\s*/u;
const tabColumns = 4;

/**
 * The lines of a pasted text without bullets, numbers and check boxes; empty ones are left out. What is indented more
 * than the line above it is its subtask.
 */
export function readPastedLines(text: string): PastedLine[] {
  const columns: number[] = [];
  const lines: PastedLine[] = [];
  for (const raw of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const { content, isDone } = withoutMarks(raw.trim());
    if (content === '') continue;
    const column = columnOf(raw);
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
    const deepest = (lines.at(-1)?.depth ?? -1) + 1;
    const depth = Math.min(columns.length - 1, deepest, limits.subtaskDepthMax - 1);
    lines.push({ text: content, depth, isDone });
  }
  return lines;
}

function withoutMarks(line: string): { content: string; isDone: boolean } {
  const unmarked = line.replace(bullet, '');
  const ticked = box.exec(unmarked);
  const isDone = /[xX✓✔]/.test(ticked?.[1] ?? '') || ticked?.[3] !== undefined;
  const content = ticked === null ? unmarked : unmarked.slice(ticked[0].length);
  const isBare = /^(?:[-*+•‣◦▪–—]|\[.?\])*$/.test(content.trim());
  return { content: isBare ? '' : content.trim(), isDone };
}

function columnOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += tabColumns;
    else if (/\s/.test(character)) column += 1;
    else return column;
  }
  return column;
}
