import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { documentKinds } from '#shared/document-kinds';
import { exportCsv } from '#shared/export-csv';
import { exportJson } from '#shared/export-json';
import type { AnyDocument } from '#shared/kind-definition';
import { withUnsaved } from './with-unsaved.ts';

/** A file to hand to the person. */
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/** Everything that this device shows, also what was not sent yet, and what a full disk did not take: one JSON file for each workspace. */
export async function exportJsonFiles(store: AppStore): Promise<ExportedFile[]> {
  const documents = await readEverything(store);
  const exportedAt = store.now();
  const ids = new Set([store.workspaceId, ...documents.map(({ workspaceId }) => workspaceId)]);
  return [...ids].map((id, at) => {
    const own = documents.filter(({ workspaceId }) => workspaceId === id);
    const name = own.find(({ kind }) => kind === 'workspace')?.['name'];
    return {
      name: `taskflow-${exportedAt.slice(0, 10)}${at === 0 ? '' : `-${at + 1}`}.json`,
      type: 'application/json',
      text: exportJson({
        exportedAt,
        workspace: { id, name: typeof name === 'string' ? name : 'Personal' },
        documents: own,
      }),
    };
  });
}

/** All tasks outside the trash as one table. The mark in front tells spreadsheets that it is UTF-8. */
export async function exportCsvFile(store: AppStore): Promise<ExportedFile> {
  const documents = await readEverything(store);
  const name = `taskflow-${store.now().slice(0, 10)}.csv`;
  return { name, type: 'text/csv', text: `\uFEFF${exportCsv(documents)}` };
}

/** Hands a file to the browser, which saves it where downloads go. */
export function saveFile({ name, type, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

async function readEverything(store: AppStore): Promise<AnyDocument[]> {
  await store.whole;
  const kinds = documentKinds.map(({ kind }) => firstValueFrom(store.live({ kind })));
  const documents = (await Promise.all(kinds)).flat();
  return withUnsaved(documents, { ...store, changes: store.unsavedChanges(), now: store.now() });
}
