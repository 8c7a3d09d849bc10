import { serverDeviceId } from '#shared/stamp';
import { isOrderKey, orderKeyBetween } from '#shared/order-key';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { isTask } from './task-answer.ts';

/** Gives keys that put a new task at the end of whatever list of a workspace it goes into. */
export interface ListEnd {
  keyAtEnd(workspaceId: string): Promise<string>;
}

interface KnownEnd {
  seq: number;
  lastKey: string | null;
}

const rememberedMax = 1_000;

/**
 * A key above every key of the workspace is above those of any of its lists, so one key a workspace is remembered and
 * moved on by the entries since. Where two replicas give the same key, rows are ordered by id (R8).
 */
export function createListEnd(documents: FreshDocuments): ListEnd {
  const endsByWorkspaceId = new Map<string, KnownEnd>();

  async function keyAtEnd(workspaceId: string): Promise<string> {
    const known = endsByWorkspaceId.get(workspaceId);
    const end = known === undefined ? await readAll(workspaceId) : await moveOn(workspaceId, known);
    const key = orderKeyBetween({ before: end.lastKey, after: null, deviceId: serverDeviceId });
    if (endsByWorkspaceId.size >= rememberedMax) endsByWorkspaceId.clear();
    endsByWorkspaceId.set(workspaceId, { seq: end.seq, lastKey: key });
    return key;
  }

  async function readAll(workspaceId: string): Promise<KnownEnd> {
    const seq = await documents.head(workspaceId);
    let lastKey: string | null = null;
    for await (const task of documents.list({ workspaceId, kind: 'task', afterId: '' })) {
      if (isTask(task)) lastKey = larger(lastKey, task.orderKey);
    }
    return { seq, lastKey };
  }

  async function moveOn(workspaceId: string, known: KnownEnd): Promise<KnownEnd> {
    const since = await documents.since({ workspaceId, seq: known.seq });
    const keys = since.documents.filter(isTask).map((task) => task.orderKey);
    return { seq: since.seq, lastKey: keys.reduce(larger, known.lastKey) };
  }

  return { keyAtEnd };
}

/** A key that nothing can be put beside does not count, or one such key would be given to every task from then on. */
function larger(a: string | null, b: string): string | null {
  return isOrderKey(b) && (a === null || b > a) ? b : a;
}
