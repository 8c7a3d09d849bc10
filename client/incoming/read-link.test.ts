import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink } from './read-link.ts';

test.each([
  ['web+taskflow:today', '/today'],
  ['web+taskflow://today/', '/today'],
  ['WEB+TASKFLOW:inbox', '/dashboard'],
  ['web+taskflow:', '/dashboard'],
  ['web+taskflow:search?q=pay+%26+rent', '/search?q=pay+%26+rent'],
  ['web+taskflow:task/0b5c-1', '/all?task=0b5c-1'],
  ['web+taskflow:project/0b5c-1', '/project/0b5c-1'],
])('%s leads to %s', (link, path) => {
  expect(readLink(link)).toEqual({ name: 'view', path });
});

test('a link may bring words for a new task, which are only shown', () => {
  expect(readLink('web+taskflow:add?text=Buy milk? Or tea')).toEqual({
    name: 'add',
    text: 'Buy milk? Or tea',
  });
  const link = 'web+taskflow:add?text=Call%20Ana%20tomorrow%20%26%20Ben';
  expect(readLink(link)).toEqual({ name: 'add', text: 'Call Ana tomorrow & Ben' });
});

test.each([
  'https://a.example',
  'web+taskflow:settings',
  'web+taskflow:task/',
  'web+taskflow:task/a%2Fb',
  'today',
])('%s leads nowhere', (link) => {
  expect(readLink(link)).toBeUndefined();
});

test('whatever a link says, it leads to an address of the app or nowhere', () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      const target = readLink(`web+taskflow:${rest}`);
      if (target?.name !== 'view') return;
      expect(new URL(target.path, 'https://app.example').origin).toBe('https://app.example');
    }),
  );
});
