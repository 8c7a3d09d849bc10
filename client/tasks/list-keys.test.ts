import { describe, expect, it } from 'vitest';
import { listCommand } from './list-keys.ts';

function press(key: string, held: Partial<Parameters<typeof listCommand>[0]> = {}) {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

describe('keys of the list', () => {
  it.each([
    ['j', { name: 'move', by: 1 }],
    ['ArrowUp', { name: 'move', by: -1 }],
    ['e', { name: 'toggle-done' }],
    ['1', { name: 'priority', priority: 'urgent' }],
    ['#', { name: 'trash' }],
    ['Delete', { name: 'trash' }],
    ['Enter', { name: 'open' }],
  ])('%s', (key, command) => {
    expect(listCommand(press(key), true)).toEqual(command);
  });

  it('[2.1.4] letters, digits and signs do nothing once single keys are switched off; named keys stay', () => {
    const singles = ['j', 'e', '1', '#'].map((key) => listCommand(press(key), false));
    expect(singles).toEqual([undefined, undefined, undefined, undefined]);
    expect(listCommand(press('ArrowDown'), false)).toEqual({ name: 'move', by: 1 });
  });

  it('[2.1.1] Alt with an arrow reorders, and nothing takes a key from the browser', () => {
    expect(listCommand(press('ArrowDown', { altKey: true }), false)).toEqual({
      name: 'reorder',
      by: 1,
    });
    expect(listCommand(press('j', { ctrlKey: true }), true)).toBeUndefined();
    expect(listCommand(press('e', { metaKey: true }), true)).toBeUndefined();
  });
});
