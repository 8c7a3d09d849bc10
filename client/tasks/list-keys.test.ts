import { describe, expect, it } from 'vitest';
import { listShortcut } from './list-keys.ts';

function press(key: string, held: Partial<Parameters<typeof listShortcut>[0]> = {}) {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

describe('keys of the list', () => {
  it.each([
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['e', 'done'],
    ['1', 'priority-urgent'],
    ['#', 'trash'],
    ['Delete', 'trash'],
    ['Enter', 'open'],
  ])('%s', (key, id) => {
    expect(listShortcut(press(key), true)).toBe(id);
  });

  it('[2.1.4] letters, digits and signs do nothing once single keys are switched off; named keys stay', () => {
    const singles = ['j', 'e', '1', '#'].map((key) => listShortcut(press(key), false));
    expect(singles).toEqual([undefined, undefined, undefined, undefined]);
    expect(listShortcut(press('ArrowDown'), false)).toBe('next');
  });

  it('[2.1.1] Alt with an arrow reorders, and nothing takes a key from the browser', () => {
    expect(listShortcut(press('ArrowDown', { altKey: true }), false)).toBe('move-down');
    expect(listShortcut(press('j', { ctrlKey: true }), true)).toBeUndefined();
    expect(listShortcut(press('e', { metaKey: true }), true)).toBeUndefined();
    expect(listShortcut(press('q'), true)).toBeUndefined();
  });
});
