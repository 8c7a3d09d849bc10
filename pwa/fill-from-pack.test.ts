import { afterEach, expect, test, vi } from 'vitest';
import { packFiles } from '#shared/file-pack';
import { memoryCache } from '#shared/testing/memory-cache';
import { fillFromPack } from './fill-from-pack.ts';

const origin = 'https://app.example';
const bytes = new TextEncoder().encode('export {};');
const wanted = new Map(
  ['/assets/a-1.js', '/assets/b-1.css', '/assets/lacking-1.js'].map((path) => [
    origin + path,
    origin + path,
  ]),
);
const cacheKeys = new Map([...wanted, [`${origin}/theme.js`, `${origin}/theme.js?revision=1`]]);

function answerWith(body: BodyInit, status = 200) {
  const headers = {
    'Content-Security-Policy': "default-src 'none'",
    'Content-Type': 'application/octet-stream',
    ETag: 'x',
  };
  const fetch = vi.fn(async () => new Response(body, { status, headers }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

test('what the build wants of a pack is put into the cache, as if each had come by itself', async () => {
  const paths = ['/assets/a-1.js', '/assets/b-1.css', '/assets/older-0.js', '/theme.js'];
  answerWith(packFiles(paths.map((path) => ({ path, bytes }))).slice());
  const { kept, caches } = memoryCache();
  const filled = await fillFromPack(await caches.open(), { cacheKeys, origin });
  expect([...filled]).toEqual([`${origin}/assets/a-1.js`, `${origin}/assets/b-1.css`]);
  const script = kept.get('/assets/a-1.js');
  expect(await script?.clone().text()).toBe('export {};');
  expect([...(script?.headers ?? [])]).toEqual([
    ['content-security-policy', "default-src 'none'"],
    ['content-type', 'text/javascript'],
  ]);
  expect(kept.size).toBe(2);
});

test.each([
  ['is cut off', packFiles([{ path: '/assets/a-1.js', bytes }]).slice(0, 20), 200],
  ['is not there', 'no', 404],
])('a pack that %s fills nothing', async (_, body, status) => {
  answerWith(body, status);
  const { kept, caches } = memoryCache();
  expect((await fillFromPack(await caches.open(), { cacheKeys, origin })).size).toBe(0);
  expect(kept.size).toBe(0);
});

test('an update fetches what changed, not all once more', async () => {
  const fetch = answerWith('no');
  const { caches } = memoryCache();
  const cache = await caches.open();
  await cache.put('/assets/a-0.js', new Response('old'));
  expect((await fillFromPack(cache, { cacheKeys, origin })).size).toBe(0);
  expect(fetch).not.toHaveBeenCalled();
});
