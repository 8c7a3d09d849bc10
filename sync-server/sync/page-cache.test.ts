import { expect, test } from 'vitest';
import { createPageCache } from './page-cache.ts';

test('a page cache keeps what was used last, within its bound', () => {
  const cache = createPageCache({ maxLength: 10 });
  cache.set('a', 'aaaa');
  cache.set('b', 'bbbb');

  expect(cache.get('a')).toBe('aaaa');
  cache.set('c', 'cccc');

  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toBe('aaaa');
  expect(cache.get('c')).toBe('cccc');
});

test('a page that is larger than the whole cache is not kept', () => {
  const cache = createPageCache({ maxLength: 3 });
  cache.set('a', 'aaaa');

  expect(cache.get('a')).toBeUndefined();
});

test('a page that is set again counts once', () => {
  const cache = createPageCache({ maxLength: 8 });
  cache.set('a', 'aaaa');
  cache.set('a', 'AAAA');
  cache.set('b', 'bbbb');

  expect(cache.get('a')).toBe('AAAA');
  expect(cache.get('b')).toBe('bbbb');
});
