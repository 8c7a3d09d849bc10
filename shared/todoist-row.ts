import type { CsvRow } from './csv-rows.ts';
import type { ImportErrorCode } from './import-plan.ts';

/** One row of a Todoist backup by what it means. */
export type TodoistRow =
  | TodoistTask
  | { name: 'section'; content: string }
  | { name: 'note'; content: string }
  /** Settings of Todoist's own and the empty rows between sections. */
  | { name: 'ignored' }
  /** `indent` where it can be read, so that the rows below do not end up under a wrong task. */
  | { name: 'broken'; code: ImportErrorCode; detail: string; indent: number };

/** A task row; texts are as in the file, trimmed. `priority` 1 is the highest of 4, `indent` 1 the top level. */
export interface TodoistTask {
  name: 'task';
  content: string;
  description: string;
  priority: number;
  indent: number;
  responsible: string;
  date: string;
  dateLanguage: string;
  timeZone: string;
  deadline: string;
  estimateMinutes: number | null;
}

/** Reads rows by the columns of a header; undefined if it is not the header of a Todoist backup. */
export function createTodoistRowReader(
  header: readonly string[],
): ((row: CsvRow) => TodoistRow) | undefined {
  const columns = new Map(header.map((name, at) => [name.trim().toUpperCase(), at]));
  if (!columns.has('TYPE') || !columns.has('CONTENT')) return undefined;
  return (row) => {
    const cell = (column: string) => row.cells[columns.get(column) ?? -1]?.trim() ?? '';
    return readRow({ row, cell, header });
  };
}

interface RowContext {
  row: CsvRow;
  cell: (column: string) => string;
  header: readonly string[];
}

function readRow({ row, cell, header }: RowContext): TodoistRow {
  const type = cell('TYPE').toLowerCase();
  const isEmpty = row.cells.every((text) => text.trim() === '');
  if (isEmpty || type === 'meta' || cell('TYPE').startsWith('view_style')) {
    return { name: 'ignored' };
  }
  const broken = brokenBy(cell);
  if (row.hasBadQuotes) return broken('quotes_invalid', row.cells.join(','));
  if (row.cells.slice(header.length).some((text) => text.trim() !== '')) {
    return broken('too_many_cells', row.cells.join(','));
  }
  if (!['task', 'section', 'note'].includes(type)) return broken('type_unknown', cell('TYPE'));
  if (row.cells.length < 2) return broken('cells_missing', row.cells.join(','));
  if (cell('CONTENT') === '') return broken('content_missing', row.cells.join(','));
  if (type === 'section') return { name: 'section', content: cell('CONTENT') };
  if (type === 'note') return { name: 'note', content: cell('CONTENT') };
  return readTask(cell);
}

function brokenBy(cell: RowContext['cell']) {
  return (code: ImportErrorCode, detail: string): TodoistRow => {
    const indent = readWholeNumber(cell('INDENT'), { min: 1, max: 100 }) ?? 1;
    return { name: 'broken', code, detail, indent };
  };
}

function readTask(cell: RowContext['cell']): TodoistRow {
  const broken = brokenBy(cell);
  const indent = readWholeNumber(cell('INDENT') || '1', { min: 1, max: 100 });
  const priority = readWholeNumber(cell('PRIORITY') || '4', { min: 1, max: 4 });
  if (indent === undefined) return broken('indent_invalid', cell('INDENT'));
  if (priority === undefined) return broken('priority_invalid', cell('PRIORITY'));
  return {
    name: 'task',
    content: cell('CONTENT'),
    description: cell('DESCRIPTION'),
    priority,
    indent,
    responsible: cell('RESPONSIBLE'),
    date: cell('DATE'),
    dateLanguage: cell('DATE_LANG').toLowerCase(),
    timeZone: cell('TIMEZONE'),
    deadline: cell('DEADLINE'),
    estimateMinutes: readDuration(cell('DURATION'), cell('DURATION_UNIT')),
  };
}

/** Todoist's duration is how long a task takes; days of it are no working time and are left out. */
function readDuration(amount: string, unit: string): number | null {
  if (unit !== 'minute') return null;
  return readWholeNumber(amount, { min: 1, max: 60_000 }) ?? null;
}

function readWholeNumber(
  text: string,
  { min, max }: { min: number; max: number },
): number | undefined {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
