import { expect, test } from 'vitest';
import { receiveShare } from './receive-share.ts';
import { fileNameHeader, sharedAddress } from '#shared/share-target';
import { memoryCache } from '#shared/testing/memory-cache';

const hourMs = 60 * 60_000;

function shareOf(fields: Record<string, string>, files: readonly File[] = []): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const file of files) body.append('files', file);
  return new Request('https://app.example/share', { method: 'POST', body });
}

test('words and files are kept, and the browser is sent on to them by GET', async () => {
  const { kept, caches } = memoryCache();
  const worker = { caches, newId: () => 'a', nowMs: () => hourMs };
  const file = new File(['TYPE,CONTENT'], 'مهام.csv', { type: 'text/csv' });
  const answer = await receiveShare(
    shareOf({ title: 'A page', url: 'https://b.example' }, [file]),
    worker,
  );
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('https://app.example/share?id=a');
  const words = await kept.get(sharedAddress('a', 'words'))?.json();
  expect(words).toEqual({
    title: 'A page',
    text: '',
    url: 'https://b.example',
    files: 1,
    refused: 0,
  });
  const held = kept.get(sharedAddress('a', 0));
  expect(decodeURIComponent(held?.headers.get(fileNameHeader) ?? '')).toBe('مهام.csv');
  expect(await held?.text()).toBe('TYPE,CONTENT');
});

test('what nobody came for within a day goes with the next share', async () => {
  const { kept, caches } = memoryCache();
  const at = (id: string, nowMs: number) => ({ caches, newId: () => id, nowMs: () => nowMs });
  await receiveShare(shareOf({ text: 'one' }), at('a', hourMs));
  await receiveShare(shareOf({ text: 'two' }), at('b', 20 * hourMs));
  await receiveShare(shareOf({ text: 'three' }), at('c', 30 * hourMs));
  expect([...kept.keys()]).toEqual([sharedAddress('b', 'words'), sharedAddress('c', 'words')]);
});

test('without room the browser is sent on as well, to be told so', async () => {
  const open = async () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const worker = { caches: { open }, newId: () => 'a', nowMs: () => 0 };
  const answer = await receiveShare(shareOf({ text: 'one' }), worker);
  expect(answer.headers.get('Location')).toBe('https://app.example/share?failed=1');
});

test('a share that fits only in part leaves nothing behind', async () => {
  const { kept, caches } = memoryCache();
  const cache = await caches.open();
  let puts = 0;
  const put: Cache['put'] = async (request, response) => {
    puts += 1;
    if (puts > 1) throw new DOMException('no room', 'QuotaExceededError');
    await cache.put(request, response);
  };
  const full = Object.assign(Object.create(cache), { put });
  const files = ['a.csv', 'b.csv'].map((name) => new File(['x'], name));
  const worker = { caches: { open: async () => full }, newId: () => 'a', nowMs: () => 0 };
  const answer = await receiveShare(shareOf({}, files), worker);
  expect(answer.headers.get('Location')).toBe('https://app.example/share?failed=1');
  expect([...kept.keys()]).toEqual([]);
});

test('more files than are taken are counted', async () => {
  const { kept, caches } = memoryCache();
  const files = Array.from({ length: 23 }, (_, at) => new File(['x'], `${at}.csv`));
  await receiveShare(shareOf({}, files), { caches, newId: () => 'a', nowMs: () => 0 });
  expect(await kept.get(sharedAddress('a', 'words'))?.json()).toMatchObject({
    files: 20,
    refused: 3,
  });
});
