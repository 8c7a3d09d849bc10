import { readTicks } from './read-markdown.ts';

/** A line of a task list: what stands before the tick, the tick, and the words behind it. */
export interface TaskLine {
  /** Where the character between the brackets stands in the text. */
  at: number;
  isTicked: boolean;
  /** Columns before the bullet. */
  indent: number;
  title: string;
  /** Where the line begins, and where it ends (its line break included). */
  start: number;
  end: number;
}

const taskLine = /^((?:[ \t]|>)*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+(\S[^\r\n]*)?/;

/**
 * The text with one of its tasks ticked, or unticked; undefined where that cannot be done. The line is looked for in the
 * text itself, and taken only if the text, read again, has just this tick changed: a fenced example that
 * looks like a task can never be hit instead.
 */
export function tickMarkdown(text: string, index: number): string | undefined {
  const ticks = readTicks(text);
  if (ticks[index] === undefined) return undefined;
  const wanted = ticks.map((isTicked, at) => (at === index ? !isTicked : isTicked)).join();
  const lines = taskLines(text);
  // Almost always the line of the same number; those before it are examples in code, if there are any.
  for (const line of lines.slice(index, index + triesMax)) {
    const mark = line.isTicked ? ' ' : 'x';
    const ticked = text.slice(0, line.at) + mark + text.slice(line.at + 1);
    if (readTicks(ticked).join() === wanted) return ticked;
  }
  return undefined;
}

const triesMax = 50;

/** The lines of a text that look like a task of a list, in order. */
export function taskLines(text: string): TaskLine[] {
  const lines: TaskLine[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const match = taskLine.exec(line);
    if (match !== null) {
      const [whole, before = '', mark = ' ', title = ''] = match;
      const at = start + whole.length - title.length - trailing(whole, title) - 2;
      const indent = before.replaceAll('\t', '    ').length;
      lines.push({
        at,
        isTicked: mark !== ' ',
        indent,
        title: title.trim(),
        start,
        end: start + line.length,
      });
    }
    start += line.length;
  }
  return lines;
}

/** Blanks between the bracket and the title. */
function trailing(whole: string, title: string): number {
  const before = whole.slice(0, whole.length - title.length);
  return before.length - before.trimEnd().length;
}
