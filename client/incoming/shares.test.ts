import { expect, test } from 'vitest';
import { fileNameHeader, sharedAddress } from '#shared/share-target';
import { memoryCache } from '#shared/testing/memory-cache';
import { forgetShare, readShares } from './shares.ts';

const words = { title: '', text: 'one', url: '', files: 1, refused: 0 };

async function keepOne() {
  const { kept, caches } = memoryCache();
  const cache = await caches.open();
  const headers = { [fileNameHeader]: 'a.csv' };
  await cache.put(sharedAddress('a', 0), new Response('x', { headers }));
  await cache.put(sharedAddress('a', 'words'), new Response(JSON.stringify(words)));
  return { kept, caches, cache };
}

test('a share is read whole, as often as it is asked for, until it is forgotten', async () => {
  const { kept, caches } = await keepOne();
  const [share] = await readShares(caches);
  expect(share).toMatchObject({ id: 'a', text: 'one', refused: 0 });
  expect(share?.files.map(({ name }) => name)).toEqual(['a.csv']);
  await forgetShare(caches, 'a');
  expect(await readShares(caches)).toEqual([]);
  expect(kept.size).toBe(0);
});

test('a page that ends while it forgets a share shows no half of it at the next start', async () => {
  const { caches, cache } = await keepOne();
  let deleted = 0;
  const remove: Cache['delete'] = async (request) => {
    deleted += 1;
    if (deleted > 1) throw new Error('the page is gone');
    return cache.delete(request);
  };
  const ending = Object.assign(Object.create(cache), { delete: remove });
  await forgetShare({ open: async () => ending }, 'a').catch(() => undefined);
  expect(await readShares(caches)).toEqual([]);
});
