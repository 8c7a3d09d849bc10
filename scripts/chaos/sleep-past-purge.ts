import { setTimeout as pause } from 'node:timers/promises';
import { runJob } from './mongo-jobs.ts';
import type { MongoScene } from './mongo-scene.ts';

/** What 90 days are to a server in use, a second is here. */
const tombstonesKeptMs = 1_000;

/** A device sleeps while something is purged, and until the tombstones that it never saw are gone (R10). */
export async function sleepPastPurge(scene: MongoScene, index: number): Promise<void> {
  const { stage, record, cast, tabs, client, workspaceId, people } = scene;
  const sleeper = cast.deviceAt(index);
  sleeper.setOnline(false);
  const url = await stage.storageUrl();
  await runJob({ url, record }, async ({ storage, trash }) => {
    const page = { workspaceId, kind: 'task', afterId: '', limit: 5_000 };
    const tasks = (await storage.documentView.listKind(page)).map(({ json }) => JSON.parse(json));
    const trashed = tasks.filter(({ trashedAt }) => typeof trashedAt === 'string').slice(0, 5);
    if (trashed.length === 0) return;
    const documentIds = trashed.map(({ id }) => id);
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
