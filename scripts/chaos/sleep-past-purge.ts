import { setTimeout as pause } from 'node:timers/promises';
import type { Storage } from '#server/storage/port';
import { runJob } from './mongo-jobs.ts';
import { bareTask, type MongoScene } from './mongo-scene.ts';

/** What 90 days are to a server in use, a second is here. */
const tombstonesKeptMs = 1_000;
const trashShownWithinMs = 5_000;
const mostPurged = 5;

/** A device sleeps while something is purged, and until the tombstones that it never saw are gone (R10). */
export async function sleepPastPurge(scene: MongoScene, index: number): Promise<void> {
  const { stage, record, cast, tabs, client, workspaceId, people } = scene;
  const sleeper = cast.deviceAt(index);
  sleeper.setOnline(false);
  const url = await stage.storageUrl();
  await putInTrash(scene);
  await runJob({ url, record }, async ({ storage, trash }) => {
    const documentIds = await findTrashed(storage, workspaceId);
    if (documentIds.length === 0) return;
    const { userId } = people.alice;
    const purged = await trash.purge({ workspaceId, userId, documentIds });
    record.recorder.note('purged', String(purged.length));
    await pause(2 * tombstonesKeptMs);
    const readHead = async () => (await client.pull(stage.servers[0]?.directUrl ?? ''))?.head;
    // A pull takes seconds and a tombstone is kept for 90 days: here nobody may be in the middle of one.
    const areWhole = await cast.areWhole();
    // Another fault may kill a renderer while it is asked.
    const waiting = await tabs.untilQuiet({ readHead, withinMs: 2_000 }).catch(() => undefined);
    if (!areWhole || waiting?.length !== 0) return record.recorder.note('tombstones kept');
    await trash.sweep({ workspaceId, trashKeptMs: 0, tombstonesKeptMs });
    record.recorder.note('tombstones dropped');
  });
  sleeper.setOnline(true);
}

/** Early in a run nobody may have put anything there yet. */
async function putInTrash(scene: MongoScene): Promise<void> {
  const { client, stage } = scene;
  const task = bareTask(scene);
  const value = { trashedAt: new Date().toISOString() };
  const trashing = { kind: 'task', id: task.id, group: 'trash', value, base: null } as const;
  const url = stage.servers[0]?.directUrl ?? '';
  await client.pushUntilAnswered(url, client.make([task, trashing]), trashShownWithinMs);
}

/** Ids of a few tasks in the trash; the view may be a moment behind the log. */
async function findTrashed(storage: Storage, workspaceId: string): Promise<string[]> {
  const page = { workspaceId, kind: 'task', afterId: '', limit: 5_000 };
  const deadlineMs = Date.now() + trashShownWithinMs;
  for (;;) {
    const rows = await storage.documentView.listKind(page);
    const tasks = rows.map(({ json }) => JSON.parse(json));
    const trashed = tasks.filter(({ trashedAt }) => typeof trashedAt === 'string');
    if (trashed.length > 0 || Date.now() > deadlineMs) {
      return trashed.slice(0, mostPurged).map(({ id }) => id);
    }
    await pause(100);
  }
}
