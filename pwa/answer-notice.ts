import { parse } from '#shared/parse';
import { readNoticeWords } from './show-notice.ts';
import {
  answersLock,
  answersSyncTag,
  type HeldAnswer,
  heldAnswerSchema,
  type NoticeAnswer,
  noticeAnswersPath,
  noticesCache,
  noticeSnoozeMs,
  pushNoticeSchema,
  type WorkerMessage,
} from '#shared/push-notice';

/** A window of the app, as a service worker sees it. */
type AppWindow = Pick<WindowClient, 'focus' | 'postMessage' | 'visibilityState'>;

/** The parts of a service worker that notices are answered with. */
export interface AnswerWorker {
  caches: Pick<CacheStorage, 'open'>;
  clients: {
    matchAll(of: { type: 'window' }): Promise<readonly AppWindow[]>;
    openWindow(path: string): Promise<unknown>;
  };
  locks: Pick<LockManager, 'request'>;
  fetch: (path: string, init: RequestInit) => Promise<Pick<Response, 'status'>>;
  /** Asks the browser to wake the worker once there is a network; rejects where it cannot. */
  askForSync: (tag: string) => Promise<void>;
  pause: (ms: number) => Promise<void>;
  newId: () => string;
  nowMs: () => number;
}

/** A page that is frozen or just ending answers nothing any more. */
const pageLookMs = 100;
const pageLooks = 30;
const lockWithinMs = 5_000;
const answerWithinMs = 15_000;

/** Opens the task of a notice, or carries out what was pressed on it: kept first, then done, so that it works offline too. */
export async function answerNotice(
  of: { action: string; data: unknown },
  worker: AnswerWorker,
): Promise<void> {
  const notice = parse(pushNoticeSchema, of.data);
  if (!notice.ok) return openApp('/', worker);
  const { taskId, token, userId } = notice.value;
  const { action } = of;
  if ((action !== 'done' && action !== 'snooze') || token === undefined || taskId === undefined) {
    return openApp(taskId === undefined ? '/' : `/all?task=${taskId}`, worker);
  }
  const nowMs = worker.nowMs();
  const answer: HeldAnswer = {
    token,
    action,
    at: new Date(nowMs).toISOString(),
    until: new Date(nowMs + noticeSnoozeMs).toISOString(),
    userId,
    taskId,
  };
  await keep(answer, worker);
  await carryOut(worker);
}

/**
 * Carries out what was pressed and is not done yet: an open page does it, as it would by its own buttons; without one the
 * server is asked, and where that is out of reach the browser wakes the worker later. What nobody could do waits for the next
 * page.
 */
export async function carryOut(worker: AnswerWorker): Promise<void> {
  if ((await heldPaths(worker)).length === 0) return;
  const windows = await worker.clients.matchAll({ type: 'window' });
  for (const page of windows) tell(page, { type: 'taskflow-notice-answers' });
  for (let looks = 0; windows.length > 0 && looks < pageLooks; looks += 1) {
    await worker.pause(pageLookMs);
    if ((await heldPaths(worker)).length === 0) return;
  }
  // A page that is frozen with the lock is not waited for: the browser asks again.
  const signal = AbortSignal.timeout(lockWithinMs);
  const isLeft = await worker.locks
    .request(answersLock, { signal }, async () => sendAll(worker))
    .catch(() => true);
  if (isLeft) await worker.askForSync(answersSyncTag).catch(() => undefined);
}

async function openApp(path: string, { clients }: AnswerWorker): Promise<void> {
  const windows = await clients.matchAll({ type: 'window' });
  const page = windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0];
  if (page === undefined) {
    await clients.openWindow(path);
    return;
  }
  await page.focus().catch(() => undefined);
  tell(page, { type: 'taskflow-open', path });
}

function tell(page: AppWindow, message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a window of our own, not a frame
  page.postMessage(message);
}

async function keep(answer: HeldAnswer, { caches, newId }: AnswerWorker): Promise<void> {
  const cache = await caches.open(noticesCache);
  await cache.put(`${noticeAnswersPath}${newId()}`, new Response(JSON.stringify(answer)));
}

async function heldPaths({ caches }: AnswerWorker): Promise<string[]> {
  const cache = await caches.open(noticesCache);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return paths.filter((path) => path.startsWith(noticeAnswersPath));
}

/** Whether something is left that may get through another time. */
async function sendAll(worker: AnswerWorker): Promise<boolean> {
  const cache = await worker.caches.open(noticesCache);
  const words = await readNoticeWords(worker.caches);
  let isLeft = false;
  for (const path of await heldPaths(worker)) {
    const held = parse(heldAnswerSchema, await (await cache.match(path))?.json());
    if (!held.ok) {
      await cache.delete(path);
      continue;
    }
    const { token, action, at, until, userId } = held.value;
    // Who has signed out meanwhile finds it done by their next page.
    if (words?.userId !== userId) continue;
    const status = await send({ token, action, at, until }, worker);
    // A page of the same person may still do what the server did not allow.
    if (status === 204) await cache.delete(path);
    else if (status === undefined || status === 429 || status >= 500) isLeft = true;
  }
  return isLeft;
}

/** Undefined: the server is out of reach. */
async function send(answer: NoticeAnswer, worker: AnswerWorker): Promise<number | undefined> {
  try {
    const answered = await worker.fetch('/api/push/answers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return answered.status;
  } catch {
    return undefined;
  }
}
