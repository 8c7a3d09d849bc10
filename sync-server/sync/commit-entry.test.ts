import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '#shared/limits';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { decodeBody } from './log-entry.ts';
import { type Fault, type FaultyStorage, makeFaulty } from './testing/faulty-storage.ts';
import { makeWorkspace, readLog, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
let sound: Storage;
let storage: FaultyStorage;
let close: () => Promise<void>;
let replica: TestReplica;
let workspaceId: string;
let device: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage: sound, close } = await openTestStorage());
});

beforeEach(async () => {
  storage = makeFaulty(sound);
  replica = startReplica(storage);
  workspaceId = await makeWorkspace({ storage, replica }, { [alice]: 'admin', [bob]: 'member' });
  device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
});

afterAll(async () => {
  await close();
});

async function titles(): Promise<unknown[]> {
  const log = await readLog(sound, workspaceId);
  const documents = log.flatMap((entry) => decodeBody(entry).documents);
  return documents.flatMap((document) => ('title' in document ? [document['title']] : []));
}

describe('[R1] durable before known', () => {
  const unknown: [string, Fault[]][] = [
    ['the entry is there', ['wrote-unknown']],
    ['nothing was written', ['lost-unknown']],
    ['the entry arrives later', ['late-unknown']],
    ['the adapter breaks its promise', ['throws']],
    ['each in turn', ['lost-unknown', 'throws', 'late-unknown', 'wrote-unknown']],
  ];

  test.each(unknown)(
    '[R3] without an answer, and %s: a batch is committed once (A8)',
    async (_, faults) => {
      storage.faults.push(...faults);
      const { results } = await device.push(replica, device.batch(newTask('milk')));
      expect(results).toMatchObject([{ n: 1, outcome: 'committed', seq: 2 }]);
      expect(await titles()).toEqual(['milk']);
      expect(replica.events.map(({ seq }) => seq)).toEqual([1, 2]);
    },
  );

  test.each(unknown)(
    '[R3] without an answer, and %s: a REST call is committed once',
    async (_, faults) => {
      storage.faults.push(...faults);
      const changes = [newTask('milk')];
      const underWay = replica.sync.commitForUser({ workspaceId, userId: alice, changes });
      // A reader of the same state, who may come past the entry before the commit knows of it.
      const reader = (async () => {
        for (let read = 0; read < 20; read += 1) {
          await replica.sync.states.membership(workspaceId, bob);
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      expect(await underWay).toMatchObject({ outcome: 'committed' });
      await reader;
      expect(await titles()).toEqual(['milk']);
    },
  );

  test('[R1] a full disk answers 507, acknowledges nothing, and works again when there is room', async () => {
    storage.faults.push('full');
    const batch = device.batch(newTask('milk'));
    await expect(device.push(replica, batch)).rejects.toMatchObject({ code: 'storage_full' });
    expect(await titles()).toEqual([]);
    expect((await device.push(replica, batch)).results).toMatchObject([
      { n: 1, outcome: 'committed', seq: 2 },
    ]);
  });

  test('[R1] a dead storage answers 503 with Retry-After, acknowledges nothing, and works again', async () => {
    storage.faults.push(...Array.from({ length: 8 }, (): Fault => 'lost-unknown'));
    const batch = device.batch(newTask('milk'));
    await expect(device.push(replica, batch)).rejects.toMatchObject({
      code: 'storage_unavailable',
      details: { retryAfterSeconds: 2 },
    });
    expect(replica.events).toHaveLength(1);
    expect((await device.push(replica, batch)).results[0]).not.toHaveProperty('repeated');
  });

  test('[R3] an entry that lands after the server gave up is the answer to the next attempt (A8)', async () => {
    storage.faults.push(...Array.from({ length: 7 }, (): Fault => 'lost-unknown'), 'late-unknown');
    const batch = device.batch(newTask('milk'));
    await expect(device.push(replica, batch)).rejects.toMatchObject({
      code: 'storage_unavailable',
    });
    const { results } = await device.push(replica, batch);
    expect(results).toMatchObject([{ n: 1, outcome: 'committed', seq: 2, repeated: true }]);
    expect(await titles()).toEqual(['milk']);
  });
});

describe('[R4] group commit', () => {
  test('what waits together becomes one entry, in order', async () => {
    const other = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    await Promise.all([
      device.push(replica, device.batch(newTask('a')), device.batch(newTask('b'))),
      other.push(replica, other.batch(newTask('c'))),
    ]);
    const log = await readLog(sound, workspaceId);
    expect(log).toHaveLength(2);
    expect(await titles()).toEqual(['a', 'b', 'c']);
  });

  test('[R3] one event names the batches of every device in its entry, the same for all who hear it (B2.3)', async () => {
    const other = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    const [mine, theirs] = [device.batch(newTask('a')), other.batch(newTask('b'))];
    await Promise.all([device.push(replica, mine), other.push(replica, theirs)]);
    const event = replica.events.at(-1);
    expect(event?.batches).toEqual([
      { deviceId: device.deviceId, n: 1, stamp: mine.stamp, outcome: 'committed' },
      { deviceId: other.deviceId, n: 1, stamp: theirs.stamp, outcome: 'committed' },
    ]);
    expect(event).not.toHaveProperty('lastN');
  });

  test('[R2] the answer to a push has no documents: data has two doors, event and pull (B4c)', async () => {
    const answer = await device.push(replica, device.batch(newTask('a')));
    expect(Object.keys(answer).toSorted()).toEqual(['epoch', 'head', 'results']);
  });

  test('[R3] when an entry of a long queue finds its number taken, what waits is judged after it, in order (B6)', async () => {
    const rival = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    const other = startReplica(sound);
    const underWay = { now: 0, most: 0 };
    let late: Promise<unknown> = Promise.resolve();
    let isFirst = true;
    const append: Storage['changeLog']['append'] = async (entries) => {
      underWay.now += entries.length;
      underWay.most = Math.max(underWay.most, underWay.now);
      if (isFirst) {
        isFirst = false;
        late = device.push(queued, device.batch(newTask('last')));
        await rival.push(other, rival.batch(newTask('rival')));
      }
      const outcomes = await sound.changeLog.append(entries);
      underWay.now -= entries.length;
      return outcomes;
    };
    const queued = startReplica({ ...sound, changeLog: { ...sound.changeLog, append } });
    const notes = 'ü'.repeat(limits.notesMaxLength);
    const fat = Array.from({ length: 50 }, () => device.batch(newTask('fat', { notes })));

    const { results } = await device.push(queued, ...fat);
    await late;

    expect(results.every(({ outcome, repeated }) => outcome === 'committed' && !repeated)).toBe(
      true,
    );
    expect(underWay.most).toBe(1);
    const log = (await readLog(sound, workspaceId)).flatMap((entry) => decodeBody(entry).batches);
    const numbers = log.filter(({ deviceId }) => deviceId === device.deviceId).map(({ n }) => n);
    expect(numbers).toEqual(Array.from({ length: 51 }, (_, at) => at + 1));
    const made = await titles();
    expect(made).toHaveLength(52);
    expect(made).toEqual(expect.arrayContaining(['fat', 'last', 'rival']));
  });

  test('a batch that no entry could hold is refused `limit`, the others go on (A2)', async () => {
    const notes = 'ü'.repeat(limits.notesMaxLength);
    const ids: string[] = [];
    for (let made = 0; made < 50; made += 1) {
      const task = newTask('fat', { notes });
      ids.push(task.id);
      await device.push(replica, device.batch(task));
    }
    // Small by itself; what it does fills an entry 50 times 100 KiB full.
    const fat = device.batch(...ids.map((id) => newTitle(id, 'x', null)));
    const { results } = await device.push(replica, fat, device.batch(newTask('next')));
    expect(results).toMatchObject([
      { n: 51, outcome: 'refused', code: 'limit' },
      { n: 52, outcome: 'committed' },
    ]);
  });

  test('an entry never grows past 4 MiB; what finds no room comes in the next one (B6)', async () => {
    const notes = 'ü'.repeat(limits.notesMaxLength);
    const pushes = Array.from({ length: 60 }, (_, at) => {
      const one = testDevice({ workspaceId, userId: alice, deviceId: `device00${10 + at}` });
      return one.push(replica, one.batch(newTask('fat', { notes })), one.batch(newTask('slim')));
    });
    const answers = await Promise.all(pushes);
    expect(answers.every(({ results }) => results.length === 2)).toBe(true);
    const log = await readLog(sound, workspaceId);
    const sizes = log.map(({ body }) => Buffer.byteLength(body));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limits.entryMaxBytes);
    expect(log.length).toBeGreaterThan(2);
    expect(await titles()).toHaveLength(120);
    for (const entry of log) {
      const { batches } = decodeBody(entry);
      for (const { deviceId, n } of batches) {
        const before = log.slice(0, entry.seq - 1).flatMap((e) => decodeBody(e).batches);
        const sum = before.filter((b) => b.deviceId === deviceId).length;
        const own = batches.filter((b) => b.deviceId === deviceId && b.n < n).length;
        expect(n).toBe(sum + own + 1);
      }
    }
  });

  test('a batch nested too deep to be written is refused, the others of its entry go on (A2)', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const bad = { ...device.batch(), changes: [{ ...newTask('x'), create: { title: deep } }] };
    const other = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    const [mine, theirs] = await Promise.all([
      device.push(replica, bad, device.batch(newTask('next'))),
      other.push(replica, other.batch(newTask('theirs'))),
    ]);
    expect(mine.results).toMatchObject([
      { n: 1, outcome: 'refused', code: 'limit' },
      { n: 2, outcome: 'committed' },
    ]);
    expect(theirs.results).toMatchObject([{ n: 1, outcome: 'committed' }]);
    expect(await readLog(sound, workspaceId)).toHaveLength(2);
  });

  test('a queue that is closing refuses, and answers what waited', async () => {
    const underWay = device.push(replica, device.batch(newTask('last')));
    await replica.sync.close();
    expect((await underWay).results).toMatchObject([{ outcome: 'committed' }]);
    await expect(device.push(replica, device.batch(newTask('late')))).rejects.toMatchObject({
      code: 'busy',
    });
  });
});
