import type { AppStore } from '#client/store/app-store.ts';

/** Hands the person a file with everything that this device shows, also what was not sent yet; Import reads it. */
export async function exportData(store: AppStore): Promise<void> {
  const { exportJsonFiles, saveFile } = await import('#client/import-export/export-files.ts');
  for (const file of await exportJsonFiles(store)) saveFile(file);
}
