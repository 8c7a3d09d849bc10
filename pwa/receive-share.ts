import { fileNameHeader, sharedAddress, sharedCache, sharePath } from '#shared/share-target';

/** What an app hands over at once; the rest is refused, and said so. */
const mostFiles = 20;
/** What no page came for in this time nobody waits for any more. */
const keptForMs = 24 * 60 * 60_000;
const timeHeader = 'X-Received-At';

interface Worker {
  caches: Pick<CacheStorage, 'open'>;
  newId: () => string;
  nowMs: () => number;
}

/**
 * Keeps what another app shares (the fields of the manifest's `share_target`) and sends the browser on to the page that
 * takes it. What cannot be kept, for want of room, is said there too: a share is never lost without a word.
 */
export async function receiveShare(request: Request, worker: Worker): Promise<Response> {
  const back = new URL(sharePath, request.url);
  try {
    back.searchParams.set('id', await keep(await request.formData(), worker));
  } catch {
    back.searchParams.set('failed', '1');
  }
  // By GET, so that a reload of the page shares nothing again.
  return Response.redirect(back.href, 303);
}

async function keep(form: FormData, { caches, newId, nowMs }: Worker): Promise<string> {
  const cache = await caches.open(sharedCache);
  await forgetOld(cache, nowMs());
  const id = newId();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  const taken = files.slice(0, mostFiles);
  for (const [index, file] of taken.entries()) {
    const headers = {
      'Content-Type': file.type || 'application/octet-stream',
      [fileNameHeader]: encodeURIComponent(file.name),
      [timeHeader]: String(nowMs()),
    };
    await cache.put(sharedAddress(id, index), new Response(file, { headers }));
  }
  const words = {
    title: text('title'),
    text: text('text'),
    url: text('url'),
    files: taken.length,
    refused: files.length - taken.length,
  };
  // The words come last: what has them is whole.
  const headers = { 'Content-Type': 'application/json', [timeHeader]: String(nowMs()) };
  await cache.put(sharedAddress(id, 'words'), new Response(JSON.stringify(words), { headers }));
  return id;
}

async function forgetOld(cache: Cache, nowMs: number): Promise<void> {
  for (const key of await cache.keys()) {
    const answer = await cache.match(key);
    const age = nowMs - Number(answer?.headers.get(timeHeader) ?? 0);
    if (age > keptForMs) await cache.delete(key);
  }
}
