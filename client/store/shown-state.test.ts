import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '#shared/apply-change';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import type { Change } from '#shared/push-message';
import type { LocalDatabase } from './local-database.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import {
  alice,
  createDevice,
  home,
  newTask,
  positionOf,
  rename,
  taskId,
} from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll, type ServerModel } from './testing/server-model.ts';

/** What can happen to a device, in any order. */
type Step =
  | { name: 'commit'; tab: 0 | 1; change: Change }
  | { name: 'bob'; change: Change }
  | { name: 'push'; refused: boolean }
  | { name: 'page'; limit: number }
  | { name: 'late-page' }
  | { name: 'event'; at: number }
  | { name: 'rebuild' }
  | { name: 'fork' }
  | { name: 'restore' }
  | { name: 'undo' };

const id = fc.integer({ min: 1, max: 3 }).map(taskId);
const title = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, title).map(([id, title]) => newTask(id, title)),
  fc.tuple(id, title).map(([id, title]) => rename(id, title)),
  fc.tuple(id, fc.constantFrom('low', 'high')).map(([id, priority]) => {
    return { kind: 'task', id, group: 'priority', value: { priority }, base: null };
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ name: fc.constant('commit'), tab: fc.constantFrom(0, 1), change }),
  },
  { weight: 4, arbitrary: fc.record({ name: fc.constant('bob'), change }) },
  { weight: 4, arbitrary: fc.record({ name: fc.constant('push'), refused: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ name: fc.constant('page'), limit: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('late-page') }) },
  { weight: 4, arbitrary: fc.record({ name: fc.constant('event'), at: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('rebuild') }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('fork') }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('restore') }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('undo') }) },
);

/** Found at random: what is numbered anew is no value of the new device's own, on the server and so on the screen. */
const forkedAfterPush: Step[] = [
  { name: 'commit', tab: 1, change: newTask(taskId(1), 'a') },
  { name: 'commit', tab: 0, change: rename(taskId(1), 'b') },
  { name: 'push', refused: false },
  { name: 'fork' },
  { name: 'page', limit: 2 },
];

interface World {
  server: ServerModel;
  tabs: readonly [LocalDatabase, LocalDatabase];
  apps: readonly [OpenedAppStore, OpenedAppStore];
  bobsN: number;
  latePage: (() => Promise<unknown>) | undefined;
  restores: number;
}

async function run(world: World, step: Step): Promise<void> {
  const { server } = world;
  const [database] = world.tabs;
  switch (step.name) {
    case 'commit':
      await world.apps[step.tab].commit({ label: 'edit', changes: [step.change] });
      return;
    case 'bob': {
      world.bobsN += 1;
      const stamp = `00000000${String(world.bobsN).padStart(4, '0')}-bobsdevice`;
      server.commit('bobsdevice', { n: world.bobsN, v: 1, stamp, changes: [step.change] });
      return;
    }
    case 'push': {
      if (!step.refused) return pushAll(database, server);
      const { deviceId } = await database.readMeta();
      const [batch] = await database.readOutbox({ after: 0, maxBatches: 1, maxBytes: 1e6 });
      if (batch !== undefined) server.commit(deviceId, batch, 'forbidden');
      return;
    }
    case 'page': {
      const asked = await positionOf(database);
      const { checkpoint: after, deviceId } = asked;
      if (asked.epoch !== undefined && asked.epoch !== server.epoch) {
        return database.startRebuild('epoch_changed');
      }
      const answer = server.pull({ after, deviceId, limit: step.limit });
      world.latePage = () => database.applyPage({ asked, answer });
      await database.applyPage({ asked, answer });
      return;
    }
    case 'late-page':
      await world.latePage?.();
      return;
    case 'event': {
      const event = server.events[step.at];
      if (event !== undefined) await world.tabs[1].applyCommit(event);
      return;
    }
    case 'rebuild':
      return database.startRebuild('asked');
    case 'fork': {
      const { deviceId } = await database.readMeta();
      const [first] = await database.readOutbox({ after: 0, maxBatches: 1, maxBytes: 1e6 });
      return database.fork({ deviceId, fromN: first?.n ?? 1 });
    }
    case 'restore':
      world.restores += 1;
      world.server = createServerModel(`epoch-${world.restores + 1}`);
      world.bobsN = 0;
      return;
    case 'undo':
      await world.apps[0].undo();
  }
}

/** The server's documents as held, with the outbox on top: what a device must show, worked out the slow way. */
async function expected(database: LocalDatabase): Promise<Map<string, AnyDocument>> {
  const shown = new Map<string, StoredForm>();
  for (const row of await database.tables.documents.toArray()) shown.set(row.id, row.document);
  for (const { batch, deviceId } of await database.tables.outbox.orderBy('position').toArray()) {
    const createdAt = new Date(batch.atMs).toISOString();
    const { stamp } = batch;
    const context = { workspaceId: home, userId: alice, deviceId, stamp, createdAt };
    for (const change of batch.changes) {
      const applied = applyChange({ document: shown.get(change.id), change, context });
      if (applied.name === 'changed') shown.set(change.id, applied.document);
    }
  }
  return new Map(
    [...shown].filter((entry): entry is [string, AnyDocument] => 'stamps' in entry[1]),
  );
}

async function expectShown({ tabs, apps }: World): Promise<void> {
  const documents = await expected(tabs[0]);
  for (const app of apps) {
    await app.check();
    for (const id of [1, 2, 3].map(taskId)) expect(app.current(id)).toEqual(documents.get(id));
  }
}

test('[R2] [R3] whatever happens in whatever order, both tabs show the documents with the outbox on top', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const device = createDevice();
      const tabs = [await device.openTab(), await device.openTab()] as const;
      const apps = [await openApp(device, tabs[0]), await openApp(device, tabs[1])] as const;
      const server = createServerModel();
      const world: World = { server, tabs, apps, bobsN: 0, latePage: undefined, restores: 0 };
      try {
        for (const next of steps) {
          device.clock.nowMs += 1000;
          await run(world, next);
          await expectShown(world);
        }

        // Left alone, everything that waits reaches the log, and the device holds exactly what the server holds.
        if ((await tabs[0].readMeta()).epoch !== world.server.epoch) {
          await tabs[0].startRebuild('epoch_changed');
        }
        await pullAll(tabs[0], world.server);
        await pushAll(tabs[0], world.server);
        await pullAll(tabs[0], world.server);
        await expectShown(world);
        expect(await tabs[0].tables.outbox.count()).toBe(0);
        expect((await tabs[0].readMeta()).hashDiffers).toBe(false);
        expect(await expected(tabs[0])).toEqual(world.server.documents);
      } finally {
        // Left open, they would use up the collections of the tests that come after.
        for (const app of apps) await app.close();
        for (const tab of tabs) tab.close();
      }
    }),
    { numRuns: 25, endOnFailure: true, examples: [[forkedAfterPush]] },
  );
}, 60_000);
