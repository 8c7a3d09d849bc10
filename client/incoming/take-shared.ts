import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { fileNameHeader, sharedAddress, sharedCache } from '#shared/share-target';

const wordsSchema = z.object({
  title: z.string(),
  text: z.string(),
  url: z.string(),
  files: z.int(),
  refused: z.int(),
});

/** What another app shared. */
export interface Shared {
  title: string;
  text: string;
  url: string;
  files: readonly File[];
  /** How many more files there were than are taken at once. */
  refused: number;
}

/** Takes what the service worker kept under this id (pwa/receive-share.ts); undefined if it is not there, or not any more. */
export async function takeShared(
  caches: Pick<CacheStorage, 'open'>,
  id: string,
): Promise<Shared | undefined> {
  const cache = await caches.open(sharedCache);
  const held = await (await cache.match(sharedAddress(id, 'words')))?.json();
  const words = parse(wordsSchema, held);
  if (!words.ok) return undefined;
  const files: File[] = [];
  for (let index = 0; index < words.value.files; index += 1) {
    const answer = await cache.match(sharedAddress(id, index));
    if (answer === undefined) continue;
    const name = decodeURIComponent(answer.headers.get(fileNameHeader) ?? '');
    const type = answer.headers.get('Content-Type') ?? '';
    files.push(new File([await answer.blob()], name, { type }));
  }
  for (const part of ['words' as const, ...files.keys()]) {
    await cache.delete(sharedAddress(id, part));
  }
  return { ...words.value, files };
}
