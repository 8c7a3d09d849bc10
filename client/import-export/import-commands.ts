import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { loadAgain } from '#client/ui/load-again.ts';
import { importedKinds } from '#shared/exported-document';
import { type ImportEffect, importEffect } from '#shared/import-effect';
import type {
  ImportContext,
  ImportFailure,
  ImportFailureCode,
  ImportPlan,
  ImportRead,
} from '#shared/import-plan';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { limits } from '#shared/limits';
import { type ImportAction, planToActions } from '#shared/plan-to-actions';
import { plansWithoutPurged } from '#shared/plans-without-purged';
import { importUndoSettings, undoActions } from '#shared/undo-import';

/** The chosen files as read: what they would do together, and those that cannot be read at all. */
export interface ImportPreview {
  plans: readonly ImportPlan[];
  failures: readonly ImportFailure[];
  effect: ImportEffect;
}

/** Told after each batch that is safe on disk. */
export type OnProgress = (progress: { done: number; total: number }) => void;

/** Importing over a store: every batch is an ordinary action, on disk when its promise resolves. */
export function createImportCommands(store: AppStore) {
  return {
    /** Reads files and compares them with what is on this device. Nothing is written. */
    read: async (files: readonly File[]): Promise<ImportPreview> => {
      await store.whole;
      const labelIdsByName = await readLabelIds(store);
      const { workspaceId } = store;
      const today = localDay(new Date(store.now()));
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const context = { workspaceId, today, timeZone, labelIdsByName };
      const plans: ImportPlan[] = [];
      const failures: ImportFailure[] = [];
      for (const file of files) {
        const read = await readFile(file, context);
        if (read.ok) plans.push(read.plan);
        else failures.push(read.failure);
      }
      const current = (id: string) => store.current(id);
      const wanted = await plansWithoutPurged(plans, { current, findPurged: store.purgedIds });
      return { plans, failures, effect: importEffect(wanted, current) };
    },

    /** Commits the batches of an import one after the other. What is committed stays when a later one fails. */
    run: (effect: ImportEffect, onProgress: OnProgress): Promise<void> => {
      const total = effect.creations.length + effect.settings.length;
      return commitAll(store, planToActions(effect, actionContext(store)), { total, onProgress });
    },

    /** Moves what an import made or brought back to the trash. */
    undo: async (effect: ImportEffect, onProgress: OnProgress): Promise<void> => {
      const ids = new Set([
        ...effect.creations.map(({ id }) => id),
        ...effect.settings.filter(bringsBack).map(({ id }) => id),
      ]);
      const documents = await readDocuments(store);
      const settings = importUndoSettings({ ids, documents, trashedAt: store.now() });
      const actions = undoActions(settings, actionContext(store));
      return commitAll(store, actions, { total: settings.length, onProgress });
    },
  };
}

async function commitAll(
  store: AppStore,
  actions: Iterable<ImportAction>,
  { total, onProgress }: { total: number; onProgress: OnProgress },
): Promise<void> {
  let done = 0;
  onProgress({ done, total });
  for (const action of actions) {
    await store.tryCommit(action);
    done += action.changes.length;
    onProgress({ done, total });
  }
}

function actionContext(store: AppStore) {
  return {
    action: store.newActionId(),
    baseOf: (id: string, group: string) => store.baseOf(id, group),
  };
}

/** A file that is far too large is not even read. */
async function readFile(file: File, context: ImportContext): Promise<ImportRead> {
  const fileName = file.name;
  const fail = (code: ImportFailureCode): ImportRead => {
    return { ok: false, failure: { code, fileName, line: undefined } };
  };
  if (file.size > limits.importJsonMaxBytes) return fail('file_too_large');
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (buffer === undefined) return fail('unreadable');
  const bytes = new Uint8Array(buffer);
  return loadAgain(async () => {
    // The dialog is there before all that reads files is.
    const { readImportFile } = await import('#shared/read-import-file');
    return readImportFile({ fileName, bytes, context });
  }).catch(() => fail('reader_missing'));
}

async function readLabelIds(store: AppStore): Promise<ReadonlyMap<string, string>> {
  const labels = await firstValueFrom(store.live<Label>({ kind: 'label' }));
  const ours = labels.filter((label) => {
    return label.workspaceId === store.workspaceId && label.trashedAt === null;
  });
  return new Map(ours.map(({ id, name }) => [name.toLowerCase(), id]));
}

async function readDocuments(store: AppStore): Promise<AnyDocument[]> {
  const kinds = importedKinds.map((kind) => firstValueFrom(store.live({ kind })));
  return (await Promise.all(kinds)).flat();
}

function bringsBack({ group, value }: ImportEffect['settings'][number]): boolean {
  return group === 'trash' && value['trashedAt'] === null;
}

/** The day it is for the person, `YYYY-MM-DD`. */
function localDay(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
