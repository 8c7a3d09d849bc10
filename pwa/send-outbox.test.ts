import { beforeEach, expect, test } from 'vitest';
import {
  alice,
  createDevice,
  type Device,
  home,
  newTask,
  taskId,
} from '#client/store/testing/device.ts';
import type { LocalDatabase } from '#client/store/local-database.ts';
import { leaderLock, refreshLock } from '#shared/background-sync';
import { protocolVersion } from '#shared/protocol-version';
import { limits } from '#shared/limits';
import { type PushRequest, pushRequestSchema } from '#shared/push-message';
import { type Courier, sendOutbox } from './send-outbox.ts';

let device: Device;
let page: LocalDatabase;
let signedInAs: string | undefined;
/** Whether they have not signed out of this browser. */
let isOwner: boolean;
let asked: string[];
let pushed: PushRequest[];
let answerPush: (body: PushRequest) => Response;

beforeEach(async () => {
  device = createDevice();
  page = await device.openTab();
  signedInAs = alice;
  isOwner = true;
  asked = [];
  pushed = [];
  answerPush = ({ batches }) =>
    Response.json({
      epoch: 'e',
      head: 1,
      results: batches.map(({ n }) => ({ n, outcome: 'committed', seq: n })),
    });
});

const server: typeof fetch = async (url, init) => {
  const path = url instanceof Request ? url.url : url.toString();
  asked.push(path);
  init?.signal?.throwIfAborted();
  if (path === '/api/auth/refresh') {
    if (signedInAs === undefined) return Response.json({}, { status: 401 });
    return Response.json({ accessToken: 'token', user: { id: signedInAs } });
  }
  const sent: unknown = JSON.parse(typeof init?.body === 'string' ? init.body : '');
  const body = pushRequestSchema.parse(sent);
  const answer = answerPush(body);
  if (answer.ok) pushed.push(body);
  return answer;
};

/** The locks of a browser in which nobody else asks for any. */
const free = {
  request: async (_name: string, _options: object, run: (lock: object) => unknown) => run({}),
};

async function send(locks: object = free): Promise<string> {
  const { indexedDB, IDBKeyRange } = device;
  // A part of the real one is all that is asked of.
  const isStillOwner = async () => isOwner;
  const parts = { userId: alice, isStillOwner, indexedDB, IDBKeyRange, fetch: server, locks };
  return sendOutbox(parts as Courier);
}

async function write(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await page.commitBatches([{ label: 'task.add', changes: [newTask(taskId(n), `Task ${n}`)] }]);
  }
}

test('[R3] what waits is pushed as a page would push it, and stays in the outbox until a page settles it', async () => {
  await write(2);
  expect(await send()).toBe('sent');
  const { deviceId } = await page.readMeta();
  const outbox = await page.readOutbox({ after: 0, maxBatches: 9, maxBytes: 1e6 });
  expect(outbox).toHaveLength(2);
  expect(pushed).toMatchObject([
    {
      workspaceId: home,
      deviceId,
      batches: outbox.map(({ n, stamp, changes }) => ({ n, v: protocolVersion, stamp, changes })),
    },
  ]);
  expect(pushed[0]?.batches[0]).not.toHaveProperty('label');
});

test('[R12] nothing more is sent once the person has signed out, between two pushes too', async () => {
  const count = limits.pushMaxBatches + 1;
  await write(count);
  const answer = answerPush;
  answerPush = (body) => {
    isOwner = false;
    return answer(body);
  };
  expect(await send()).toBe('sent');
  expect(pushed).toHaveLength(1);
  asked = [];
  expect(await send()).toBe('sent');
  expect(asked).toEqual([]);
});

test('[R3] more than one push may carry goes in order, one push after the other', async () => {
  const count = limits.pushMaxBatches + 1;
  await write(count);
  expect(await send()).toBe('sent');
  expect(pushed.map(({ batches }) => batches.length)).toEqual([limits.pushMaxBatches, 1]);
  expect(pushed[1]?.batches[0]?.n).toBe(count);
  expect(asked.filter((path) => path.endsWith('refresh'))).toHaveLength(1);
});

test('where a tab leads, or takes the lead meanwhile, it is left to that tab', async () => {
  await write(1);
  const held = {
    request: async (name: string, _options: object, run: (lock: object | null) => unknown) =>
      run(name === leaderLock(alice) ? null : {}),
  };
  expect(await send(held)).toBe('led');
  const robbed = {
    request: (name: string, _options: object, run: (lock: object) => unknown) => {
      if (name === refreshLock) return new Promise(() => undefined);
      void run({});
      return Promise.reject(new DOMException('stolen', 'AbortError'));
    },
  };
  expect(await send(robbed)).toBe('led');
  expect(pushed).toEqual([]);
});

test('[R12] nothing is sent in the name of another person, nor without a session', async () => {
  await write(1);
  signedInAs = '99999999-9999-4999-8999-999999999999';
  expect(await send()).toBe('sent');
  signedInAs = undefined;
  expect(await send()).toBe('sent');
  expect(pushed).toEqual([]);
});

test('the session is not renewed for nothing', async () => {
  expect(await send()).toBe('sent');
  expect(asked).toEqual([]);
});

test('a server that cannot be reached or asks for patience is asked again later, any other refusal is for a page', async () => {
  await write(1);
  answerPush = () => Response.json({}, { status: 503 });
  expect(await send()).toBe('later');
  answerPush = () => {
    throw new TypeError('no network');
  };
  expect(await send()).toBe('later');
  for (const status of [403, 404, 409, 426]) {
    answerPush = () => Response.json({}, { status });
    expect(await send()).toBe('sent');
  }
  answerPush = () => Response.json({ results: [{ n: 1, outcome: 'forked', seq: 1 }] });
  expect(await send()).toBe('sent');
  expect(asked.filter((path) => path.endsWith('push'))).toHaveLength(7);
});

test('[R13] a database or a batch of another build, or one that is moved or begins anew, is left to a page', async () => {
  await write(2);
  await page.tables.outbox.toCollection().modify((row) => {
    if (row.n === 2) row.batch.v = protocolVersion + 1;
  });
  await send();
  expect(pushed.flatMap(({ batches }) => batches.map(({ n }) => n))).toEqual([1]);
  pushed = [];
  const meta = await page.tables.meta.get('meta');
  if (meta === undefined) throw new Error('no meta');
  const odd = [
    { storeVersion: meta.storeVersion + 1 },
    { isClosing: true },
    { rebuild: { reason: 'epoch_changed' as const } },
  ];
  for (const change of odd) {
    await page.tables.meta.put({ ...meta, ...change });
    expect(await send()).toBe('sent');
  }
  expect(pushed).toEqual([]);
});
