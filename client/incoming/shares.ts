import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { fileNameHeader, sharedAddress, sharedCache, sharePath } from '#shared/share-target';

const wordsSchema = z.object({
  title: z.string(),
  text: z.string(),
  url: z.string(),
  files: z.int(),
  refused: z.int(),
});

/** What another app shared. */
export interface Share {
  id: string;
  title: string;
  text: string;
  url: string;
  files: readonly File[];
  /** How many more files there were than are taken at once, or could be read again. */
  refused: number;
}

type Caches = Pick<CacheStorage, 'open'>;

/**
 * Shares that the service worker keeps (pwa/receive-share.ts) and nobody has answered, the oldest first. They stay there until
 * `forgetShare`: a page that is closed or ended with one on the screen shows it again at the next start.
 */
export async function readShares(caches: Caches): Promise<Share[]> {
  const cache = await caches.open(sharedCache);
  const keys = await cache.keys();
  const ids = keys.flatMap(({ url }) => {
    const [, id] = new RegExp(`${sharePath}/([^/]+)/words$`).exec(url) ?? [];
    return id === undefined ? [] : [id];
  });
  const shares = await Promise.all(ids.map(async (id) => readShare(cache, id)));
  return shares.flatMap((share) => share ?? []);
}

/** Forgets a share: it was added, or put away. */
export async function forgetShare(caches: Caches, id: string): Promise<void> {
  const cache = await caches.open(sharedCache);
  // The words first: a page that ends in between leaves files behind, which go after a day, and no half share.
  await cache.delete(sharedAddress(id, 'words'));
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname.startsWith(`${sharePath}/${id}/`))
      await cache.delete(request);
  }
}

async function readShare(cache: Cache, id: string): Promise<Share | undefined> {
  const held: unknown = await (await cache.match(sharedAddress(id, 'words')))?.json();
  const words = parse(wordsSchema, held);
  if (!words.ok) return undefined;
  const { files: count, ...rest } = words.value;
  const files: File[] = [];
  for (let index = 0; index < count; index += 1) {
    const answer = await cache.match(sharedAddress(id, index));
    if (answer === undefined) continue;
    const name = decodeURIComponent(answer.headers.get(fileNameHeader) ?? '');
    const type = answer.headers.get('Content-Type') ?? '';
    files.push(new File([await answer.blob()], name, { type }));
  }
  return { ...rest, id, files, refused: rest.refused + count - files.length };
}
