import { parse } from '#shared/parse';
import {
  answersLock,
  type HeldAnswer,
  heldAnswerSchema,
  noticeAnswersPath,
  noticesCache,
} from '#shared/push-notice';

/**
 * Carries out what this person pressed on notices and the worker has kept, one tab at a time. `carryOut` resolves to whether it
 * is done; what it cannot do stays for the worker, which asks the server.
 */
export async function takeAnswers(of: {
  caches: Pick<CacheStorage, 'open'>;
  locks: { request<T>(name: string, run: () => Promise<T>): Promise<T> };
  userId: string;
  carryOut: (answer: HeldAnswer) => Promise<boolean>;
}): Promise<void> {
  await of.locks.request(answersLock, async () => {
    const cache = await of.caches.open(noticesCache);
    for (const { request, answer } of await answersOf(cache, of.userId)) {
      if (await of.carryOut(answer)) await cache.delete(request);
    }
  });
}

/** Takes away what this person pressed and nobody has carried out: they sign out and leave nothing here. */
export async function forgetAnswersOf(
  caches: Pick<CacheStorage, 'open'>,
  userId: string,
): Promise<void> {
  const cache = await caches.open(noticesCache);
  for (const { request } of await answersOf(cache, userId)) await cache.delete(request);
}

async function answersOf(
  cache: Cache,
  userId: string,
): Promise<{ request: Request; answer: HeldAnswer }[]> {
  const found: { request: Request; answer: HeldAnswer }[] = [];
  for (const request of await cache.keys()) {
    if (!new URL(request.url).pathname.startsWith(noticeAnswersPath)) continue;
    const held = parse(heldAnswerSchema, await (await cache.match(request))?.json());
    if (held.ok && held.value.userId === userId) found.push({ request, answer: held.value });
  }
  return found;
}
