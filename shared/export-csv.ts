import Papa from 'papaparse';
import { type AnyDocument, isPurged, type StoredForm } from './kind-definition.ts';

const columns = [
  'Title',
  'Notes',
  'Status',
  'Priority',
  'Project',
  'Section',
  'Labels',
  'Start date',
  'Due date',
  'Due time',
  'Repeats',
  'Completed',
  'Created',
  'Id',
  'Parent id',
] as const;

/**
 * The tasks that are not in the trash as a table for spreadsheets (RFC 4180, CRLF). A cell that a spreadsheet would
 * run as a formula gets a leading `'`; only here, never in what is stored. For a full copy there is `exportJson`.
 */
export function exportCsv(documents: readonly StoredForm[]): string {
  const shown = documents.filter((document): document is AnyDocument => !isPurged(document));
  const byId = new Map(shown.map((document) => [document.id, document]));
  const rows = shown
    .filter((document) => document.kind === 'task' && typeof document['trashedAt'] !== 'string')
    .map((task) => toRow(task, byId));
  const options = { escapeFormulae: true, newline: '\r\n' };
  return `${Papa.unparse({ fields: [...columns], data: rows }, options)}\r\n`;
}

function toRow(task: AnyDocument, byId: ReadonlyMap<string, AnyDocument>): string[] {
  const project = byId.get(text(task['projectId']));
  const section = record(project?.['sections'])[text(task['sectionId'])];
  const labels = Object.keys(record(task['labels'])).map((id) => text(byId.get(id)?.['name']));
  return [
    text(task['title']),
    text(task['notes']),
    text(task['status']),
    text(task['priority']),
    text(project?.['name']),
    text(record(section)['name']),
    labels.filter((name) => name !== '').join(', '),
    text(task['startDate']),
    text(task['dueDate']),
    text(task['dueTime']),
    text(record(task['recurrence'])['rule']),
    text(task['completedAt']),
    text(task['createdAt']),
    task.id,
    text(task['parentId']),
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
