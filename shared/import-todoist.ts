import { readCsvRows } from './csv-rows.ts';
import {
  completePlan,
  type ImportContext,
  type ImportFailureCode,
  type ImportRead,
} from './import-plan.ts';
import { createTodoistRowReader, type TodoistRow } from './todoist-row.ts';
import {
  addNote,
  addSection,
  addTask,
  createTodoistTree,
  finishTree,
  skipRow,
  type TodoistTree,
} from './todoist-tree.ts';
import { unreachable } from './unreachable.ts';

/** Whether a text starts like a Todoist backup; also when a spreadsheet saved it with another delimiter. */
export function isTodoistText(text: string): boolean {
  return delimiterOf(text) !== undefined;
}

/**
 * Reads a Todoist CSV backup: one project, named after the file. Rows that cannot be read are reported with their
 * line and left out; the rest is imported. The text has lost its byte order mark, its line ends are `\n`.
 */
export function importTodoist(of: {
  fileName: string;
  text: string;
  context: ImportContext;
}): ImportRead {
  const { fileName, text, context } = of;
  const fail = (code: ImportFailureCode, line: number): ImportRead => {
    return { ok: false, failure: { code, fileName, line } };
  };
  const csv = readCsvRows(text, delimiterOf(text) ?? ',');
  if (!csv.ok) return fail(csv.code, csv.line);
  const [header, ...rows] = csv.rows;
  const readRow = createTodoistRowReader(header?.cells ?? []);
  if (readRow === undefined) return fail('format_unknown', 1);
  const tree = createTodoistTree({ projectName: projectNameOf(fileName), context });
  for (const row of rows) addRow(tree, row.line, readRow(row));
  const plan = {
    source: 'todoist' as const,
    fileName,
    ...finishTree(tree),
    others: [],
    leftOut: [],
  };
  return { ok: true, plan: completePlan(plan) };
}

function addRow(tree: TodoistTree, line: number, row: TodoistRow): void {
  switch (row.name) {
    case 'ignored':
      return undefined;
    case 'section':
      return addSection(tree, line, row.content);
    case 'note':
      return addNote(tree, line, row.content);
    case 'broken':
      return skipRow(tree, line, row);
    case 'task':
      return addTask(tree, line, row);
    default:
      return unreachable(row);
  }
}

function delimiterOf(text: string): string | undefined {
  return /^"?type"?([,;\t])"?content/i.exec(text)?.[1];
}

/** Todoist names the files of a backup "Home [2203306141].csv". */
function projectNameOf(fileName: string): string {
  const name = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/ ?\[\d+\]$/, '')
    .trim();
  return name === '' ? 'Todoist' : name;
}
