import { type AnyDocument, isPurged, type StoredForm } from './kind-definition.ts';

/** What an export file names itself, and the version of its shape. */
export const exportFormat = { format: 'taskflow-export', version: 1 } as const;

/**
 * Everything a device shows of a workspace as one JSON text, its own unsent changes included. One document stands on
 * a line, sorted by kind and id, so that two exports can be compared with any tool. Purged documents are left out.
 */
export function exportJson(of: {
  exportedAt: string;
  workspace: { id: string; name: string };
  documents: readonly StoredForm[];
}): string {
  const { exportedAt, workspace } = of;
  const documents = of.documents
    .filter((document): document is AnyDocument => !isPurged(document))
    .toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
  const head = JSON.stringify({ ...exportFormat, exportedAt, workspace }).slice(0, -1);
  const lines = documents.map((document) => JSON.stringify(document)).join(',\n');
  return `${head},"documents":[\n${lines}\n]}\n`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
