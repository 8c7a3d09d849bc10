import type { FinalServer } from '#scripts/simulate/history';
import type { Storage, StoredEntry } from '#server/storage/port';
import { applyFromLog } from '#server/sync/apply-steps';

const page = { limit: 5_000, maxBytes: 16 * 1024 * 1024 };

/** Everything that a storage holds of one workspace. */
export interface ServerState {
  log: StoredEntry[];
  server: FinalServer;
}

/** Reads the whole log and the whole view through the storage port. */
export async function readServer(storage: Storage, workspaceId: string): Promise<ServerState> {
  // Whoever committed last may have died before the view: it must be possible to bring it up to the log.
  await applyFromLog(storage, workspaceId);
  const log = await readLog(storage, workspaceId);
  const view = await storage.documentView.state(workspaceId);
  const documents = await readDocuments(storage, { workspaceId, upTo: view.applied });
  const epochs = await storage.directory.epochs([workspaceId]);
  return { log, server: { epoch: epochs.get(workspaceId) ?? '', view: { ...view, documents } } };
}

async function readLog(storage: Storage, workspaceId: string): Promise<StoredEntry[]> {
  const log: StoredEntry[] = [];
  for (;;) {
    const after = log.at(-1)?.seq ?? 0;
    const entries = await storage.changeLog.read({ workspaceId, after, ...page });
    if (entries.length === 0) return log;
    log.push(...entries);
  }
}

async function readDocuments(
  storage: Storage,
  of: { workspaceId: string; upTo: number },
): Promise<FinalServer['view']['documents']> {
  const documents: FinalServer['view']['documents'][number][] = [];
  let after: { afterSeq: number; afterId: string | undefined } = {
    afterSeq: 0,
    afterId: undefined,
  };
  for (;;) {
    const rows = await storage.documentView.scan({ ...of, ...after, ...page });
    const last = rows.at(-1);
    if (last === undefined) return documents;
    documents.push(...rows.map(({ json }) => JSON.parse(json)));
    after = { afterSeq: last.seq, afterId: last.id };
  }
}
