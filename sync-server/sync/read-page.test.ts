import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiError } from '#shared/api-error';
import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import type { StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { type PullAnswer, readCheckpoint } from '#shared/pull-message';
import { testIds } from '#shared/testing/build-task';
import type { Storage, StoredDocument, ViewStep } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { createPageCache } from './page-cache.ts';
import { readPage } from './read-page.ts';
import { stepsFromLog } from './steps-from-log.ts';
import { makeWorkspace, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
const cache = createPageCache({ maxLength: 0 });
let storage: Storage;
let close: () => Promise<void>;
let replica: TestReplica;
let workspaceId: string;
let device: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  replica = startReplica(storage);
  workspaceId = await makeWorkspace({ storage, replica }, { [alice]: 'admin', [bob]: 'member' });
  device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
});

afterAll(async () => {
  await close();
});

const ask = (more: Partial<Parameters<typeof readPage>[1]> = {}) => ({
  workspaceId,
  userId: alice,
  epoch: 'epoch-1',
  after: { seq: 0, id: undefined },
  from: 0,
  limit: 1_000,
  deviceId: device.deviceId,
  ...more,
});

async function page(of: Partial<Parameters<typeof readPage>[1]> = {}, from = replica) {
  return JSON.parse(await from.sync.readPage(ask(of)));
}

describe('[R2] pages', () => {
  test('[R2] a page that ends by bytes is not the last one', async () => {
    const notes = 'x'.repeat(limits.notesMaxLength);
    for (let made = 0; made < 60; made += 1) {
      await device.push(replica, device.batch(newTask(`${made}`, { notes })));
    }
    await replica.sync.close();
    const fresh = startReplica(storage);
    const first = await page({}, fresh);
    expect(first.done).toBe(false);
    const { documents, hash, head } = await fresh.pullAll({ workspaceId, userId: alice });
    expect(documents.filter(({ kind }) => kind === 'task')).toHaveLength(60);
    expect({ hash, head }).toEqual({ hash: replica.events.at(-1)?.hash, head: 61 });
  });

  test('[R2] a full page that was kept is not served after the view moved on', async () => {
    const moved = newTask('Moves to the end');
    await device.push(replica, device.batch(moved, newTask('Stays'), newTask('Stays too')));
    await replica.sync.applier.applyAll(workspaceId);
    const before = await page({ limit: 4 });
    expect(await page({ limit: 4 })).toEqual(before);
    await device.push(replica, device.batch(newTitle(moved.id, 'Moved', null)));
    await replica.sync.applier.applyAll(workspaceId);

    const after = await page({ limit: 4 });

    const idsOf = ({ documents }: { documents: { id: string }[] }) => documents.map(({ id }) => id);
    expect(idsOf(before)).toContain(moved.id);
    expect(idsOf(after)).not.toContain(moved.id);
  });

  test('[R2] a page is never half a commit, wherever the view stands between its entries (B3)', async () => {
    const tasks = Array.from({ length: 6 }, (_, at) => newTask(`${at}`));
    // A view that only this test moves: the replica itself applies nothing.
    const still: Storage = {
      ...storage,
      documentView: { ...storage.documentView, apply: () => Promise.reject(new Error('held')) },
    };
    const writer = startReplica(still);
    await device.push(writer, device.batch(...tasks));
    for (const [at, { id }] of tasks.entries()) {
      await device.push(
        writer,
        device.batch(
          newTitle(id, `${at}a`, null),
          newTitle(
            tasks[0]?.id === id ? (tasks[1]?.id ?? '') : (tasks[0]?.id ?? ''),
            `${at}b`,
            null,
          ),
        ),
      );
    }
    await device.push(
      writer,
      ...tasks.map(({ id }, at) => device.batch(newTitle(id, `${at}c`, null))),
    );
    await writer.sync.close();
    const { states } = writer.sync;
    const head = (await states.open(workspaceId)).head;
    for (let applied = 0; applied <= head.seq; applied += 1) {
      const reader = startReplica(still);
      const done = await reader.pullAll({ workspaceId, userId: alice, deviceId: device.deviceId });
      expect([done.head, done.hash, done.lastN]).toEqual([head.seq, head.hash, 13]);
      expect(done.documents).toHaveLength(8);
      const [step] = await stepsFromLog(storage, { workspaceId, after: applied });
      if (step !== undefined) await storage.documentView.apply([step]);
    }
  });

  test('[R2] a page read while an entry is half in the view leaves none of it out (B3)', async () => {
    const ids = [newTask('b'), newTask('c'), newTask('d')].map(({ id }) => id).toSorted();
    const [b = '', , d = ''] = ids;
    const made = ids.map((id) => ({ kind: 'task', id, create: { title: 'before' } }));
    await device.push(replica, device.batch(...made));
    await device.push(
      replica,
      device.batch(newTitle(b, 'after', null), newTitle(d, 'after', null)),
    );
    await replica.sync.close();
    const [, second, third] = await stepsFromLog(storage, { workspaceId, after: 0 });
    const row = (step: ViewStep | undefined, id: string) =>
      step?.documents.filter((document) => document.id === id) ?? [];
    const members = (await storage.documentView.scan(wholeView())).filter(({ seq }) => seq === 1);
    const held = [...members, ...row(second, ids[1] ?? '')];
    // The applier is writing the last entry: `d` is there, `b` is not; then both are, and the watermark rises.
    const half = viewOf([...held, ...row(second, b), ...row(third, d)], second);
    const done = viewOf([...held, ...row(third, b), ...row(third, d)], third);
    for (const limit of [1, 2, 3, 1_000]) {
      for (let pagesOfHalf = 0; pagesOfHalf <= 6; pagesOfHalf += 1) {
        const pulled = await pullOver((at) => (at < pagesOfHalf ? half : done), limit);
        expect([pulled.head, pulled.documents.length, pulled.after]).toEqual([3, 5, 2]);
        expect(hashOf(pulled.documents)).toBe(pulled.hash);
      }
    }
  });

  test('[R2] a device that stands at the head gets nothing but the head', async () => {
    await device.push(replica, device.batch(newTask('milk')));
    const done = await page({ after: { seq: 2, id: undefined }, from: 2 });
    expect(done).toMatchObject({ done: true, head: 2, next: '2', documents: [], lastN: 1 });
  });

  test('[R2] a tail too long to send is applied first', async () => {
    const notes = 'ü'.repeat(limits.notesMaxLength);
    for (let push = 0; push < 30; push += 1) {
      await device.push(replica, device.batch(newTask('fat', { notes })));
    }
    const fresh = startReplica(storage);
    const { documents } = await fresh.pullAll({ workspaceId, userId: alice });
    expect(documents).toHaveLength(32);
    await replica.sync.close();
  });

  test('[R2] a tail too long to send is sent all the same while the disk has no room for the view', async () => {
    const apply = () => Promise.reject(new ApiError('storage_full'));
    const full = startReplica({ ...storage, documentView: { ...storage.documentView, apply } });
    const notes = 'ü'.repeat(limits.notesMaxLength);
    for (let push = 0; push < 30; push += 1) {
      await device.push(full, device.batch(newTask('fat', { notes })));
    }
    const { documents, head } = await full.pullAll({ workspaceId, userId: alice });
    expect({ documents: documents.length, head }).toEqual({ documents: 32, head: 31 });
    await full.sync.close();
  });

  test('[R10] a log read that lags behind the device is read again, not taken for another log (B13)', async () => {
    const apply = () => Promise.reject(new Error('held'));
    const still: Storage = { ...storage, documentView: { ...storage.documentView, apply } };
    const writer = startReplica(still);
    await device.push(writer, device.batch(newTask('milk')));
    await device.push(writer, device.batch(newTask('bread')));
    await writer.sync.close();
    let lags = 2;
    const lagging: Storage = {
      ...still,
      changeLog: {
        ...storage.changeLog,
        read: async (from) => {
          lags -= 1;
          const entries = await storage.changeLog.read(from);
          return lags >= 0 ? entries.filter(({ seq }) => seq === 1) : entries;
        },
        heads: async (of) => {
          const heads = await storage.changeLog.heads(of);
          const head = heads.get(workspaceId);
          if (of.linearizable === true || head === undefined) return heads;
          return new Map([[workspaceId, { ...head, seq: 1 }]]);
        },
      },
    };
    const { applier } = replica.sync;
    const at = ask({ after: { seq: 3, id: undefined }, from: 3 });
    const done = JSON.parse(await readPage({ storage: lagging, applier, cache }, at));
    expect(done).toMatchObject({ done: true, head: 3, lastN: 2, documents: [] });
  });

  test('[R4] an own counter that came past the head while the page was read settles nothing too early (B2.2)', async () => {
    await device.push(replica, device.batch(newTask('milk')));
    await replica.sync.applier.applyAll(workspaceId);
    let races = 1;
    const racing: Storage = {
      ...storage,
      documentView: {
        ...storage.documentView,
        readCounters: async (of) => {
          races -= 1;
          if (races >= 0) {
            await device.push(replica, device.batch(newTask('after the tail was read')));
            await replica.sync.applier.applyAll(workspaceId);
          }
          return storage.documentView.readCounters(of);
        },
      },
    };
    const { applier } = replica.sync;
    const done = JSON.parse(await readPage({ storage: racing, applier, cache }, ask()));
    expect([done.lastN, done.head]).toEqual([2, 3]);
    expect(done.documents).toHaveLength(4);
  });
});

describe('[R4] refused batches', () => {
  test('[R4] a device that slept learns of each refused batch after its last whole checkpoint (B2.1)', async () => {
    const refused = () => ({ ...device.batch(), changes: [newTask('')] });
    await device.push(replica, refused());
    await device.push(replica, device.batch(newTask('good')), refused());
    for (let push = 0; push < 3; push += 1)
      await device.push(replica, device.batch(newTask('more')));
    await replica.sync.close();
    const fresh = startReplica(storage);
    const done = await page({ from: 2 }, fresh);
    expect(done.lastN).toBe(6);
    expect(done.refused).toEqual([
      { n: 3, seq: 3, code: 'invalid', pointer: '/changes/0/create/title' },
    ]);
    expect((await page({ from: 0 }, fresh)).refused.map(({ n }: { n: number }) => n)).toEqual([
      1, 3,
    ]);
  });

  test('the numbers of a device are told to nobody else', async () => {
    await device.push(replica, device.batch(newTask('milk')));
    await expect(page({ userId: bob })).rejects.toMatchObject({ code: 'device_taken' });
    expect(await page({ userId: bob, deviceId: 'unused0000' })).toMatchObject({ lastN: 0 });
  });
});

describe('[R10] starting over', () => {
  test('[R10] a checkpoint above the head is another log, as read linearizably (B13)', async () => {
    await expect(page({ after: { seq: 99, id: undefined }, from: 99 })).rejects.toMatchObject({
      code: 'epoch_changed',
    });
  });

  test('[R10] below the purge horizon a returning device starts again, a fresh one pages on (B12)', async () => {
    for (let push = 0; push < 9; push += 1) await device.push(replica, device.batch(newTask('x')));
    await replica.sync.applier.applyAll(workspaceId);
    const purged: Storage = {
      ...storage,
      documentView: {
        ...storage.documentView,
        state: async (id) => ({ ...(await storage.documentView.state(id)), horizon: 8 }),
      },
    };
    const { applier } = replica.sync;
    const read = (more: Parameters<typeof ask>[0]) =>
      readPage({ storage: purged, applier, cache }, ask(more));
    await expect(read({ after: { seq: 3, id: undefined }, from: 3 })).rejects.toMatchObject({
      code: 'checkpoint_expired',
    });
    const first = JSON.parse(await read({ limit: 3 }));
    const after = { seq: Number(first.next.split('.')[0]), id: first.next.split('.')[1] };
    expect(JSON.parse(await read({ after, limit: 3 })).done).toBe(false);
    expect(JSON.parse(await read({ after: { seq: 9, id: undefined }, from: 9 })).done).toBe(true);
  });

  test('[R10] what was read while the horizon rose is answered to a fresh device only, tombstones may be missing (B12)', async () => {
    for (let push = 0; push < 9; push += 1) await device.push(replica, device.batch(newTask('x')));
    await replica.sync.applier.applyAll(workspaceId);
    const { applier } = replica.sync;
    const read = (from: number, limit: number) => {
      let states = 0;
      const state: Storage['documentView']['state'] = async (id) => {
        states += 1;
        return { ...(await storage.documentView.state(id)), horizon: states === 1 ? 0 : 8 };
      };
      const documentView = { ...storage.documentView, state };
      const at = ask({ after: { seq: from, id: undefined }, from, limit });
      return readPage({ storage: { ...storage, documentView }, applier, cache }, at);
    };
    for (const limit of [2, 1_000]) {
      await expect(read(3, limit)).rejects.toMatchObject({ code: 'checkpoint_expired' });
      expect(JSON.parse(await read(0, limit)).documents.length).toBeGreaterThan(0);
    }
  });
});

const wholeView = () => {
  const range = { workspaceId, afterSeq: 0, afterId: undefined, upTo: 99, limit: 99 };
  return { ...range, maxBytes: limits.pullPageMaxBytes };
};

/** A view that holds these rows, wherever its watermark stands. */
function viewOf(rows: readonly StoredDocument[], at: ViewStep | undefined): Storage {
  const sorted = rows.toSorted((x, y) => x.seq - y.seq || (x.id < y.id ? -1 : 1));
  const documentView: Storage['documentView'] = {
    ...storage.documentView,
    state: async () => ({ applied: at?.seq ?? 0, hash: at?.hash ?? '', horizon: 0, blanked: 0 }),
    scan: async ({ afterSeq, afterId, upTo, limit }) => {
      const rest = sorted.filter(({ seq, id }) => {
        const isBehind =
          seq > afterSeq || (seq === afterSeq && afterId !== undefined && id > afterId);
        return isBehind && seq <= upTo;
      });
      return rest.slice(0, limit);
    },
  };
  return { ...storage, documentView };
}

/** What a fresh device holds after pulling page by page, each page from the view as it stands by then. */
async function pullOver(view: (page: number) => Storage, limit: number) {
  const documents = new Map<string, StoredForm>();
  const { applier } = replica.sync;
  for (let at = 0, after = '0'; at < 20; at += 1) {
    const request = ask({ after: readCheckpoint(after), limit });
    const answer: PullAnswer = JSON.parse(
      await readPage({ storage: view(at), applier, cache }, request),
    );
    for (const document of answer.documents) documents.set(document.id, document);
    if (answer.done) {
      const held = [...documents.values()];
      const isAfter = (one: StoredForm) => 'title' in one && one['title'] === 'after';
      return { ...answer, documents: held, after: held.filter(isAfter).length };
    }
    after = answer.next;
  }
  throw new Error('the pull does not end');
}

function hashOf(documents: readonly StoredForm[]): string {
  return formatHash(
    documents.reduce(
      (sum, next) => replaceInHash(sum, { previous: undefined, next }),
      emptyHeadHash,
    ),
  );
}
