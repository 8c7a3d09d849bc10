import { expect, test } from 'vitest';
import { loadOnce } from './load-once.ts';

test('code is loaded once; where that failed, it is tried again', async () => {
  let tries = 0;
  const load = loadOnce(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no network');
    return tries;
  });
  await expect(load()).rejects.toThrow('no network');
  expect([await load(), await load(), tries]).toEqual([2, 2, 2]);
});
