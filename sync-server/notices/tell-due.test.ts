import { expect, test } from 'vitest';
import type { AnyDocument } from '#shared/kind-definition';
import type { ClaimedNotice, NoticeStorage, PushSubscriptionRow } from '../storage/notice-port.ts';
import { createTeller } from './tell-due.ts';

const workspaceId = '0190d0f3-0000-7000-8000-000000000001';
const userId = '0190d0f3-0000-7000-8000-000000000002';
const projectId = '0190d0f3-0000-7000-8000-000000000003';
const nowMs = Date.parse('2026-11-28T10:00:00.000Z');

const taskId = (n: number) => `0190d0f3-0000-7000-8001-${String(n).padStart(12, '0')}`;
const browser: PushSubscriptionRow = {
  id: 'browser',
  userId,
  sessionId: 's',
  endpoint: 'https://push.example/1',
  p256dh: '',
  auth: '',
  timeZone: 'Europe/Lisbon',
  device: '',
  kinds: ['reminder', 'assigned'],
  unsent: 0,
  seenAtMs: 0,
};

/** `count` reminders are due; `send` takes as long as it likes. */
function setUp(of: {
  count: number;
  send: () => Promise<{ name: 'sent' } | { name: 'later'; retryAfterMs: undefined }>;
  isProjectTrashed?: boolean;
  body?: (taskId: string) => object;
}) {
  const { count, isProjectTrashed = false } = of;
  const bodyOf = of.body ?? ((id: string) => ({ kind: 'reminder', taskId: id }));
  const waiting = Array.from({ length: count }, (_, n): ClaimedNotice => {
    const body = JSON.stringify(bodyOf(taskId(n)));
    return { workspaceId, id: `n${n}`, seq: 1, dueMs: nowMs, toldToMs: 0, body, leaseId: 'l' };
  });
  const seen = { finished: [] as unknown[], reads: 0, most: 0, sending: 0, sent: 0, put: 0 };
  const member = { kind: 'member', id: 'm', userId, name: 'Ana', role: 'owner' };
  const documentOf = (id: string) =>
    id === projectId
      ? { kind: 'project', id, trashedAt: isProjectTrashed ? '2026-11-01T10:00:00.000Z' : null }
      : {
          kind: 'task',
          id,
          workspaceId,
          title: 'Pay',
          status: 'todo',
          trashedAt: null,
          reminders: [{ at: '2026-11-28T09:59:00.000Z' }],
          assignees: {},
          projectId,
          dueDate: null,
          dueTime: null,
          timeZone: null,
        };
  const notices = {
    claimNotices: async ({ limit }: { limit: number }) => waiting.splice(0, limit),
    finishNotice: async (_claimed: unknown, next: unknown) => seen.finished.push(next) > 0,
    subscriptionsOf: async () => [browser],
    subscriptionById: async () => browser,
    putNotices: async () => void (seen.put += 1),
  } as unknown as NoticeStorage;
  const documents = {
    read: async ({ ids }: { ids: readonly string[] }) => {
      seen.reads += 1;
      return new Map(ids.map((id) => [id, documentOf(id) as unknown as AnyDocument]));
    },
    list: async function* list() {
      yield member as unknown as AnyDocument;
    },
  } as unknown as Parameters<typeof createTeller>[0]['documents'];
  const send = async () => {
    seen.sending += 1;
    seen.most = Math.max(seen.most, seen.sending);
    const outcome = await of.send();
    seen.sending -= 1;
    seen.sent += 1;
    return outcome;
  };
  const onFailed = (_of: object, error: unknown) => {
    throw error;
  };
  const tokens = { issue: () => 'token' };
  const teller = createTeller({ notices, documents, send, tokens, now: () => nowMs, onFailed });
  return { teller, seen };
}

test('ten thousand that are due at once are told some hundred at a time, and their workspace is read once a claim', async () => {
  const { teller, seen } = setUp({
    count: 10_000,
    send: () => new Promise((resolve) => setImmediate(() => resolve({ name: 'sent' }))),
  });
  await teller.tellDue();
  await teller.drain();
  expect(seen).toMatchObject({ sent: 10_000, sending: 0, reads: 400 });
  expect(seen.most).toBeLessThanOrEqual(200);
  expect(seen.finished).toHaveLength(10_000);
});

test('a service that does not answer holds up no turn', async () => {
  let answer: (() => void)[] = [];
  const send = () =>
    new Promise<{ name: 'sent' }>((resolve) => answer.push(() => resolve({ name: 'sent' })));
  const { teller, seen } = setUp({ count: 100, send });
  await teller.tellDue();
  expect(seen.finished).toEqual([]);
  const drained = teller.drain();
  await expect.poll(() => answer.length).toBe(100);
  for (const give of answer) give();
  answer = [];
  await drained;
  expect(seen.finished).toHaveLength(100);
});

test('[R7] nothing is told of a task whose project is in the trash', async () => {
  const { teller, seen } = setUp({
    count: 1,
    isProjectTrashed: true,
    send: async () => ({ name: 'sent' }),
  });
  await teller.tellDue();
  await teller.drain();
  expect(seen).toMatchObject({ sent: 0, finished: [undefined] });
});

test.each([
  ['still set', { toUserId: userId, atMs: nowMs - 60_000 }, 1],
  ['put off meanwhile', { toUserId: userId, atMs: nowMs - 120_000 }, 0],
  ['of whoever had the browser before', { toUserId: projectId, atMs: nowMs - 60_000 }, 0],
])('what a service did not take is sent once more where it is %s', async (_, of, sent) => {
  const about = { kind: 'reminder', atMs: of.atMs };
  const again = { kind: 'again', about, tag: 't', subscriptionId: 'browser', attempt: 1 };
  const { teller, seen } = setUp({
    count: 1,
    body: (id) => ({ ...again, taskId: id, toUserId: of.toUserId }),
    send: async () => ({ name: 'sent' }),
  });
  await teller.tellDue();
  await teller.drain();
  expect(seen.sent).toBe(sent);
});
