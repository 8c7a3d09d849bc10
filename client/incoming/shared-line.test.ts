import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '#shared/limits';
import { sharedLine } from './shared-line.ts';

const nothing = { title: '', text: '', url: '' };

test('a page is its title and its address, once each, wherever the app put them', () => {
  const line = 'Release notes https://a.example/#today';
  const url = 'https://a.example/#today';
  expect(sharedLine({ ...nothing, title: 'Release notes', url }).text).toBe(line);
  expect(sharedLine({ ...nothing, title: 'Release notes', text: url }).text).toBe(line);
  expect(sharedLine({ title: 'Release notes', text: 'Release notes', url }).text).toBe(line);
  expect(sharedLine({ title: 'Release notes', text: line, url }).text).toBe(line);
  // Another address, and a word in a longer one, are no repetition.
  const other = { title: 'art', text: 'party https://a.example/other', url: 'https://a.example/o' };
  expect(sharedLine(other).text).toBe('art party https://a.example/other https://a.example/o');
  // An address is no label and no day.
  expect(sharedLine({ title: 'Release notes', text: url, url }).asText).toEqual([
    { start: 0, end: line.length },
  ]);
});

test('words without an address are read like typed ones, several lines stay several', () => {
  expect(sharedLine({ ...nothing, text: ' Call Ana tomorrow ' })).toEqual({
    text: 'Call Ana tomorrow',
    asText: [],
  });
  expect(sharedLine({ ...nothing, title: 'Trip', text: 'Pack\nBook' }).text).toBe(
    'Trip\nPack\nBook',
  );
});

test('what is too long for a title goes on in another line, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3 * limits.titleMaxLength }), (text) => {
      const line = sharedLine({ ...nothing, text }).text;
      const [first = ''] = line.split('\n', 1);
      const isCut = text.trim().split('\n', 1)[0]?.length ?? 0;
      if (isCut > limits.titleMaxLength)
        expect(first.length).toBeLessThanOrEqual(limits.titleMaxLength);
      expect(line.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});
