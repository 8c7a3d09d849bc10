import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShortcut, idsOf } from './find-shortcut.ts';
import { hintsOf } from './own-keys.ts';
import { canRebind, judgeKeys, type Named, rebind, resetKeys, waysOf } from './rebind.ts';
import type { OwnKeys } from './shortcuts.ts';

const done: Named = { scope: 'list', id: 'done' };
const add: Named = { scope: 'anywhere', id: 'add' };
const inbox: Named = { scope: 'views', id: 'go-inbox' };
const scopes = ['anywhere', 'views', 'list', 'grid'] as const;
const all: Named[] = scopes.flatMap((scope) => idsOf(scope).map((id) => ({ scope, id })));
const press = (strokes: string, own: OwnKeys) =>
  findShortcut('list', { strokes, hasSingleKeys: true, own });

describe('new keys for a shortcut', () => {
  it('take the place of the first way; the others stay', () => {
    expect(rebind(add, 'n', {})).toEqual({ add: ['n', 'c'] });
    const own = rebind(done, 'y', {});
    expect([press('y', own), press('e', own)]).toEqual(['done', undefined]);
  });

  it('that are taken are swapped, so that each shortcut keeps a key', () => {
    expect(judgeKeys(done, 's', {})).toMatchObject({
      name: 'taken',
      by: [{ id: 'schedule' }],
      canSwap: true,
    });
    const own = rebind(done, 's', {});
    expect([press('s', own), press('e', own)]).toEqual(['done', 'schedule']);
  });

  it('cannot be swapped with a list, which hears no sequences', () => {
    expect(judgeKeys(inbox, 'e', {})).toMatchObject({ name: 'taken', canSwap: false });
  });

  it('that nobody could press are refused: a prefix of others, or what begins with a whole one', () => {
    expect(judgeKeys(done, 'g', {})).toMatchObject({ name: 'hidden', by: { id: 'go-inbox' } });
    expect(judgeKeys(inbox, 'e i', {})).toMatchObject({ name: 'hidden', by: { id: 'done' } });
    expect(judgeKeys(inbox, 'w i', {})).toEqual({ name: 'free' });
  });

  it.each([
    'mod+t',
    'mod+w',
    'mod+c',
    'mod+shift+t',
    'F5',
    'Tab',
    'shift+Space',
    'alt+F4',
    'w ArrowUp',
  ])('the browser keeps %s', (strokes) => {
    expect(judgeKeys(add, strokes, {})).toEqual({ name: 'reserved' });
  });

  it('a board and a list may share some: the board hears them first', () => {
    expect(judgeKeys({ scope: 'grid', id: 'to-today' }, 'm', {})).toEqual({ name: 'free' });
    expect(judgeKeys({ scope: 'grid', id: 'to-today' }, 'q', {}).name).toBe('taken');
  });
});

describe('giving keys back', () => {
  it('gives whoever has them by now their own first keys too', () => {
    const own = rebind({ scope: 'list', id: 'schedule' }, 'w', rebind(done, 'y', {}));
    const taken = rebind({ scope: 'list', id: 'schedule' }, 'e', own);
    expect(resetKeys(done, taken)).toEqual({});
    expect(resetKeys(done, own)).toEqual({ schedule: ['w'] });
    expect(resetKeys(done, rebind(done, 's', {}))).toEqual({});
  });

  it('[property] whatever is rebound, swapped and reset, no two shortcuts of one place share keys', () => {
    const strokes = fc.constantFrom(
      'e',
      's',
      'q',
      'w',
      'y',
      'alt+x',
      'mod+k',
      'w i',
      'g i',
      'l',
      'F2',
    );
    const step = fc.record({
      named: fc.constantFrom(...all.filter(canRebind)),
      strokes,
      isReset: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let own: OwnKeys = {};
        for (const { named, strokes: keys, isReset } of steps) {
          if (isReset) own = resetKeys(named, own);
          else if (canTake(named, keys, own)) own = rebind(named, keys, own);
        }
        for (const group of [
          ['anywhere', 'views', 'list'],
          ['anywhere', 'views', 'grid'],
        ]) {
          const ways = all
            .filter(({ scope }) => group.includes(scope))
            .map((of) => waysOf(of, own));
          expect(ways.every((held) => held.length > 0)).toBe(true);
          expect(new Set(ways.flat()).size).toBe(ways.flat().length);
        }
      }),
    );
  });

  it('the hints of menus follow', () => {
    expect(hintsOf(rebind(done, 's', {}))).toEqual({ e: 's', s: 'e' });
    expect(hintsOf({})).toEqual({});
  });
});

/** What the cheat sheet lets through. */
function canTake(named: Named, keys: string, own: OwnKeys): boolean {
  if (keys.includes(' ') && named.scope !== 'views' && named.scope !== 'anywhere') return false;
  const judged = judgeKeys(named, keys, own);
  return judged.name === 'free' || (judged.name === 'taken' && judged.canSwap);
}
