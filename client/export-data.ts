import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { documentKinds } from '#shared/document-kinds';
import { exportJson } from '#shared/export-json';

/** Hands the person a file with everything that this device shows, also what was not sent yet. */
export async function exportData(store: AppStore): Promise<void> {
  const kinds = documentKinds.map(({ kind }) => firstValueFrom(store.live({ kind })));
  const documents = (await Promise.all(kinds)).flat();
  const exportedAt = store.now();
  const workspace = { id: store.workspaceId, name: 'TaskFlow' };
  const content = exportJson({ exportedAt, workspace, documents });
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `taskflow-${exportedAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
