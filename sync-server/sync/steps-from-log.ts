import type { Storage, ViewStep } from '../storage/port.ts';
import { decodeCounter, encodeCounter } from './device-counter.ts';
import { countAll, devicesOf } from './count-batches.ts';
import { decodeBody } from './log-entry.ts';
import { parentIdOf } from './workspace-state.ts';

const maxEntries = 200;
const maxBytes = 4 * 1024 * 1024;

/**
 * The next steps of a view, made from the log alone: for entries that another replica committed, or that this one
 * committed before it was restarted. Counters go on from those the view holds.
 */
export async function stepsFromLog(
  storage: Storage,
  from: { workspaceId: string; after: number },
): Promise<ViewStep[]> {
  const { workspaceId, after } = from;
  const entries = await storage.changeLog.read({ workspaceId, after, limit: maxEntries, maxBytes });
  const bodies = entries.map((entry) => ({ entry, body: decodeBody(entry) }));
  const deviceIds = new Set(bodies.flatMap(({ body }) => body.batches.flatMap(devicesOf)));
  const rows = await storage.documentView.readCounters({ workspaceId, deviceIds: [...deviceIds] });
  const counters = new Map(rows.map((row) => [row.deviceId, decodeCounter(row)]));
  return bodies.map(({ entry, body }) => {
    const changed = countAll(counters, body.batches, entry.seq);
    return {
      workspaceId,
      seq: entry.seq,
      hash: entry.hash,
      documents: body.documents.map((document) => {
        const { id, kind, seq } = document;
        const json = JSON.stringify(document);
        return { workspaceId, id, kind, seq, parentId: parentIdOf(document), json };
      }),
      counters: changed.map((counter) => encodeCounter(workspaceId, counter)),
    };
  });
}
