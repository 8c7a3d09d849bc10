import { expect, test, vi } from 'vitest';
import { noticeAnswersPath, noticeWordsPath } from '#shared/push-notice';
import { memoryCache } from '#shared/testing/memory-cache';
import { answerNotice, type AnswerWorker, carryOut } from './answer-notice.ts';

const userId = '0190d0f3-0000-7000-8000-00000000000a';
const taskId = '0190d0f3-0000-7000-8000-00000000000b';
const data = { v: 1, kind: 'reminder', userId, tag: 't', taskId, token: 'signed' };
const words = {
  userId,
  reminder: 'Reminder',
  assigned: '',
  mentioned: '',
  unsent: '',
  test: '',
  done: 'Done',
  snooze: 'Later',
  lang: 'en',
  dir: 'ltr',
};
const nowMs = Date.parse('2026-11-28T10:00:00.000Z');

/** A worker in a browser in which this person is signed in, unless they have signed out. */
function worker(
  of: { status?: number; isSignedOut?: boolean; page?: (path: string) => Promise<void> } = {},
) {
  const { kept, caches } = memoryCache();
  if (of.isSignedOut !== true) kept.set(noticeWordsPath, Response.json(words));
  const held = () => [...kept.keys()].filter((path) => path.startsWith(noticeAnswersPath));
  const asked: string[] = [];
  const page = {
    visibilityState: 'hidden' as const,
    focus: vi.fn(),
    postMessage: vi.fn(() => {
      for (const path of held()) void of.page?.(path);
    }),
  };
  const fetch = vi.fn(async (): Promise<{ status: number }> => {
    if (of.status === undefined) throw new TypeError('no network');
    return { status: of.status };
  });
  const openWindow = vi.fn(async () => undefined);
  const parts = {
    caches,
    clients: {
      matchAll: async () => (of.page === undefined ? [] : [page]),
      openWindow,
    },
    locks: { request: async (_: string, __: object, run: () => unknown) => run() },
    fetch,
    askForSync: async (tag: string) => void asked.push(tag),
    pause: async () => undefined,
    newId: () => crypto.randomUUID(),
    nowMs: () => nowMs,
  } as unknown as AnswerWorker;
  return { parts, held, asked, fetch, page, kept, openWindow };
}

test('without a page the server is asked, with when it was pressed', async () => {
  const { parts, held, fetch } = worker({ status: 204 });
  await answerNotice({ action: 'snooze', data }, parts);
  expect(fetch).toHaveBeenCalledOnce();
  const [path, init] = fetch.mock.calls[0] as unknown as [string, { body: string }];
  expect(path).toBe('/api/push/answers');
  expect(JSON.parse(init.body)).toEqual({
    token: 'signed',
    action: 'snooze',
    at: '2026-11-28T10:00:00.000Z',
    until: '2026-11-28T11:00:00.000Z',
  });
  expect(held()).toEqual([]);
});

test('without a network the answer is kept, and sent when the browser wakes the worker', async () => {
  const offline = worker();
  await answerNotice({ action: 'done', data }, offline.parts);
  expect(offline.held()).toHaveLength(1);
  expect(offline.asked).toEqual(['taskflow-notice-answers']);
  offline.fetch.mockResolvedValue({ status: 204 });
  await carryOut(offline.parts);
  expect(offline.held()).toEqual([]);
});

test('what the server refuses for good stays for the page, which asks nobody', async () => {
  const { parts, held, asked } = worker({ status: 401 });
  await answerNotice({ action: 'done', data }, parts);
  expect(held()).toHaveLength(1);
  expect(asked).toEqual([]);
});

test('what somebody pressed before they signed out waits for their next page', async () => {
  const { parts, held, fetch } = worker({ status: 204, isSignedOut: true });
  await answerNotice({ action: 'done', data }, parts);
  expect(fetch).not.toHaveBeenCalled();
  expect(held()).toHaveLength(1);
});

test('an open page does it; one that does not answer is not waited for', async () => {
  const open = worker({ status: 204, page: async (path) => void open.kept.delete(path) });
  await answerNotice({ action: 'done', data }, open.parts);
  expect(open.fetch).not.toHaveBeenCalled();
  const frozen = worker({ status: 204, page: async () => undefined });
  await answerNotice({ action: 'done', data }, frozen.parts);
  expect(frozen.fetch).toHaveBeenCalledOnce();
  expect(frozen.held()).toEqual([]);
});

test('a notice itself opens its task, in the window that is there', async () => {
  const none = worker();
  await answerNotice({ action: '', data }, none.parts);
  expect(none.openWindow).toHaveBeenCalledWith(`/all?task=${taskId}`);
  const one = worker({ page: async () => undefined });
  one.page.focus.mockResolvedValue(undefined);
  await answerNotice({ action: '', data }, one.parts);
  expect(one.page.postMessage).toHaveBeenCalledWith({
    type: 'taskflow-open',
    path: `/all?task=${taskId}`,
  });
});
