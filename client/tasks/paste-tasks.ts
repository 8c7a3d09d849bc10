import type { AddPlace } from './add-place.ts';
import { type PastedLine, readPastedLines } from '#shared/pasted-lines';
import { parseQuickAdd } from '#shared/quick-add';
import { quickAddFields } from '#shared/quick-add-fields';
import type { QuickAddContext, QuickAddToken, TextRange } from '#shared/quick-add-token';
import { limits } from '#shared/limits';
import type { NewTask } from './add-tasks.ts';
import { newTaskOf } from './new-task-of.ts';

/** A pasted line as read. */
export interface PasteRow extends PastedLine {
  title: string;
  tokens: readonly QuickAddToken[];
}

/** Reads rows when they are asked for, once each: 5,000 lines at once would hold up the page. */
export interface PasteReader {
  rowAt: (index: number) => PasteRow | undefined;
  /** All of them; `pause` is awaited now and then, so that the page stays alive. */
  readAll: (pause: () => Promise<void>) => Promise<PasteRow[]>;
}

const rowsBetweenPauses = 100;

/** A reader of pasted lines; `asText` holds by row what the person said is text. */
export function createPasteReader(
  lines: readonly PastedLine[],
  of: { context: QuickAddContext; asText: ReadonlyMap<number, readonly TextRange[]> },
): PasteReader {
  const read = new Map<number, PasteRow>();
  const rowAt = (index: number) => {
    const line = lines[index];
    const held = read.get(index);
    if (held !== undefined || line === undefined) return held;
    const row = readPasteRow(line, { ...of.context, asText: of.asText.get(index) ?? [] });
    read.set(index, row);
    return row;
  };
  const readAll = async (pause: () => Promise<void>) => {
    const rows: PasteRow[] = [];
    for (const index of lines.keys()) {
      if (index > 0 && index % rowsBetweenPauses === 0) await pause();
      rows.push(...[rowAt(index)].flatMap((row) => row ?? []));
    }
    return rows;
  };
  return { rowAt, readAll };
}

/** Reads one line like one that was typed; one that says nothing but what its task is like keeps its words as the title. */
export function readPasteRow(line: PastedLine, context: QuickAddContext): PasteRow {
  const { title, tokens } = parseQuickAdd(line.text, context);
  return title === '' ? { ...line, title: line.text, tokens: [] } : { ...line, title, tokens };
}

/**
 * The tasks of the rows that are not left out. What stands under a row that is left out moves up to the nearest one
 * that is not; a row that names another project than the one it stands under is a task of its own there.
 */
export function pasteTasks(
  rows: readonly PasteRow[],
  of: {
    excluded: ReadonlySet<number>;
    context: QuickAddContext;
    place: AddPlace;
  },
): NewTask[] {
  const { excluded, context, place } = of;
  const above: { depth: number; projectId: string | null }[] = [];
  const tasks: NewTask[] = [];
  rows.forEach((row, index) => {
    if (excluded.has(index)) return;
    const defaultDate = row.depth === 0 ? place.dueDate : null;
    const fields = quickAddFields(row.tokens, { ...context, defaultDate });
    const task = newTaskOf({ title: row.title, fields, place: { ...place, dueDate: defaultDate } });
    while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= row.depth) above.pop();
    const parent = above.at(-1);
    const isApart = fields.projectId !== undefined && fields.projectId !== parent?.projectId;
    if (isApart) above.length = 0;
    const isUnder = parent !== undefined && !isApart;
    const projectId = isUnder ? parent.projectId : task.projectId;
    tasks.push({ ...task, projectId, depth: above.length, isDone: row.isDone });
    above.push({ depth: row.depth, projectId });
  });
  return tasks;
}

/** The lines of a paste behind what was typed before it, which is a line of its own. */
export function pastedLinesOf({
  before,
  pasted,
}: {
  before: string;
  pasted: string;
}): PastedLine[] {
  const typed = before.trim();
  const first = typed === '' ? [] : [{ text: typed, depth: 0, isDone: false }];
  return [...first, ...readPastedLines(pasted)];
}

/** The paste as one task: its first line, and all others as they are for the notes. Undefined if they are too long. */
export function pasteAsOne(of: {
  before: string;
  pasted: string;
}): { line: string; notes: string } | undefined {
  const typed = of.before.trim();
  const pasted = of.pasted.replaceAll(/\r\n?/g, '\n').trim();
  const end = pasted.indexOf('\n');
  const line = typed === '' ? (readPastedLines(pasted.slice(0, end))[0]?.text ?? '') : typed;
  const notes = (typed === '' ? pasted.slice(end + 1) : pasted).replace(/^\n+/, '');
  return notes.length > limits.notesMaxLength || line === '' ? undefined : { line, notes };
}
