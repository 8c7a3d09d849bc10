import { randomBytes, randomUUID } from 'node:crypto';
import { memberId } from '#shared/ids';
import type { CommitEvent } from '#shared/live-message';
import type { Role } from '#shared/permissions';
import { type PullDone, readCheckpoint } from '#shared/pull-message';
import type { Storage, StoredEntry } from '../../storage/port.ts';
import { createSync, type Sync } from '../create-sync.ts';

/** One replica over a storage that it may share with others, and the commits it told its sockets of. */
export interface TestReplica {
  sync: Sync;
  events: CommitEvent[];
  /** Everything a fresh device would hold after a pull through this replica. */
  pullAll(of: { workspaceId: string; userId: string; deviceId?: string }): Promise<PullDone>;
}

/** Commit time of every replica in these tests: fixed, since no rule may rest on its progress. */
export const testNowMs = Date.parse('2026-11-22T10:00:00.000Z');

/** Starts a replica whose pauses take no time. */
export function startReplica(storage: Storage, now: () => number = () => testNowMs): TestReplica {
  const events: CommitEvent[] = [];
  const sync = createSync({
    storage,
    announce: (event) => events.push(event),
    now,
    newCommitId: () => randomBytes(12).toString('base64url'),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    afterIo: (callback) => setImmediate(callback),
    onViewFailed: () => {},
  });
  return { sync, events, pullAll: (of) => pullAll(sync, of) };
}

/** Makes a workspace with these members, in its first entry. */
export async function makeWorkspace(
  { storage, replica }: { storage: Storage; replica: TestReplica },
  roles: Readonly<Record<string, Role>>,
): Promise<string> {
  const workspaceId = randomUUID();
  const epoch = 'epoch-1';
  await storage.directory.createWorkspace({
    id: workspaceId,
    epoch,
    personalOf: null,
    createdAtMs: testNowMs,
  });
  const [ownerId = ''] = Object.keys(roles);
  await replica.sync.commitAsServer({
    workspaceId,
    userId: ownerId,
    changes: Object.entries(roles).map(([userId, role]) => {
      const id = memberId({ workspaceId, userId });
      return { kind: 'member', id, create: { userId, name: 'Somebody', role } };
    }),
  });
  return workspaceId;
}

/** The whole log of a workspace; checks that it has no gap (R2). */
export async function readLog(storage: Storage, workspaceId: string): Promise<StoredEntry[]> {
  const log: StoredEntry[] = [];
  for (;;) {
    const after = log.length;
    const from = { workspaceId, after, limit: 500, maxBytes: 8 * 1024 * 1024 };
    const page = await storage.changeLog.read(from);
    if (page.length === 0) return log;
    for (const entry of page) {
      if (entry.seq !== log.length + 1) throw new Error(`gap before ${entry.seq}`);
      const before = log.at(-1);
      if (entry.prevCommitId !== (before?.commitId ?? '')) throw new Error('not on its base');
      log.push(entry);
    }
  }
}

async function pullAll(
  { readPage, states }: Sync,
  of: { workspaceId: string; userId: string; deviceId?: string },
): Promise<PullDone> {
  const { epoch } = await states.open(of.workspaceId);
  const documents = new Map<string, PullDone['documents'][number]>();
  for (let after = '0'; ; ) {
    const page = JSON.parse(
      await readPage({
        ...of,
        deviceId: of.deviceId,
        epoch,
        after: readCheckpoint(after),
        from: 0,
        limit: 7,
      }),
    );
    for (const document of page.documents) documents.set(document.id, document);
    if (page.done) return { ...page, documents: [...documents.values()] };
    after = page.next;
  }
}
