import {
  fileNameHeader,
  sharedAddress,
  sharedCache,
  shareLimits,
  sharePath,
} from '#shared/share-target';

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
  await forgetOldShares(cache, nowMs());
  const id = newId();
  try {
    await keepParts(cache, { form, id, nowMs: nowMs() });
  } catch (error) {
    // Half a share would only take the room of the next one.
    for (const { url } of await cache.keys()) {
      if (new URL(url).pathname.startsWith(`${sharePath}/${id}/`)) await cache.delete(url);
    }
    throw error;
  }
  return id;
}

async function keepParts(cache: Cache, of: { form: FormData; id: string; nowMs: number }) {
  const { form, id, nowMs } = of;
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  const taken = withinLimits(files);
  for (const [index, file] of taken.entries()) {
    const headers = {
      'Content-Type': file.type || 'application/octet-stream',
      [fileNameHeader]: encodeURIComponent(file.name),
      [timeHeader]: String(nowMs),
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
  const headers = { 'Content-Type': 'application/json', [timeHeader]: String(nowMs) };
  await cache.put(sharedAddress(id, 'words'), new Response(JSON.stringify(words), { headers }));
}

function withinLimits(files: readonly File[]): File[] {
  let bytes = 0;
  return files.slice(0, shareLimits.files).filter(({ size }) => {
    const fits = bytes + size <= shareLimits.bytes;
    if (fits) bytes += size;
    return fits;
  });
}

/** Forgets what no page came for within a day. */
export async function forgetOldShares(cache: Cache, nowMs: number): Promise<void> {
  for (const key of await cache.keys()) {
    const answer = await cache.match(key);
    const age = nowMs - Number(answer?.headers.get(timeHeader) ?? 0);
    if (age > keptForMs) await cache.delete(key);
  }
}
