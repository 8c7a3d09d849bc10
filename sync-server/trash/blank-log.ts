import type { Storage, StoredDocument, StoredEntry } from '../storage/port.ts';
import { cachedDocument } from '../sync/workspace-state.ts';
import { isPurged } from '#shared/kind-definition';
import { blankEntry } from './blank-entry.ts';

const pageRows = 500;
const page = { limit: 500, maxBytes: 8 * 1024 * 1024 };
/** Up to so many ids are looked for in the text of an entry, which is faster than to read it. */
const fewIds = 50;

/** Lets others have their turn: the embedded storage answers at once, so that nothing else would run between pages. */
export type Breathe = () => Promise<void>;

/** Tombstones of the view after `afterSeq`, up to and with `upTo`, each with its seq. */
export async function findTombstones(
  storage: Storage,
  of: { workspaceId: string; afterSeq: number; upTo: number; breathe: Breathe },
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let last: StoredDocument | undefined;
  for (;;) {
    const rows: StoredDocument[] = await storage.documentView.scan({
      ...of,
      afterSeq: last?.seq ?? of.afterSeq,
      afterId: last?.id,
      limit: pageRows,
      maxBytes: page.maxBytes,
    });
    for (const row of rows) {
      if (row.json.includes('"purged":true') && isPurged(cachedDocument(row).document)) {
        found.set(row.id, row.seq);
      }
    }
    last = rows.at(-1);
    if (last === undefined) return found;
    await of.breathe();
  }
}

/** Takes the values of purged documents out of every entry before their tombstones (R7). Repeats do no harm. */
export async function blankLog(
  { changeLog }: Storage,
  of: { workspaceId: string; tombstones: ReadonlyMap<string, number>; breathe: Breathe },
): Promise<void> {
  const { workspaceId, tombstones } = of;
  const mayHold = createMayHold(tombstones);
  const upTo = lastOf(tombstones);
  for (let after = 0; after < upTo; ) {
    const entries = await changeLog.read({ workspaceId, after, ...page });
    const found = entries.filter(mayHold);
    // Together, so that they share their waits for the disk.
    await Promise.all(found.map((entry) => blankOne(changeLog, entry, tombstones)));
    after = entries.at(-1)?.seq ?? upTo;
    await of.breathe();
  }
}

/** The highest seq of a tombstone; there may be more of them than a call takes arguments. */
export function lastOf(tombstones: ReadonlyMap<string, number>): number {
  let last = 0;
  for (const seq of tombstones.values()) last = Math.max(last, seq);
  return last;
}

function createMayHold(tombstones: ReadonlyMap<string, number>): (entry: StoredEntry) => boolean {
  if (tombstones.size > fewIds) return () => true;
  const ids = [...tombstones.keys()];
  return ({ body }) => ids.some((id) => body.includes(id));
}

/** Another replica may blank the same entry for another document: then it is read again. */
async function blankOne(
  changeLog: Storage['changeLog'],
  entry: StoredEntry,
  tombstones: ReadonlyMap<string, number>,
): Promise<void> {
  const { workspaceId, seq } = entry;
  for (let held: StoredEntry | undefined = entry; held !== undefined; ) {
    const body = blankEntry(held, tombstones);
    if (body === undefined) return;
    const isDone = await changeLog.blank({ workspaceId, seq, oldBody: held.body, body });
    if (isDone) return;
    [held] = await changeLog.read({ workspaceId, after: seq - 1, limit: 1, maxBytes: 1 });
  }
}

/** The last entry that was committed at or before `ms`; 0 if none was. Commit times never fall (R6). */
export async function lastSeqUntil(
  { changeLog }: Storage,
  of: { workspaceId: string; ms: number },
): Promise<number> {
  const { workspaceId, ms } = of;
  const heads = await changeLog.heads({ workspaceIds: [workspaceId] });
  let [low, high] = [0, heads.get(workspaceId)?.seq ?? 0];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const at = { workspaceId, after: middle - 1, limit: 1, maxBytes: 1 };
    const [entry] = await changeLog.read(at);
    if (entry !== undefined && entry.atMs <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}
