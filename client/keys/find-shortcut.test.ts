import { describe, expect, it } from 'vitest';
import { keysWords } from '#client/i18n/compiled/en/keys-words.ts';
import { findShortcut, idsOf, isSingle, keysOf, strokeOf } from './find-shortcut.ts';
import { writingKey } from './writing-key.ts';
import { printKeys } from '#client/ui/print-keys.ts';

const scopes = ['anywhere', 'views', 'list', 'grid', 'writing'] as const;
const keysIn = (...within: (typeof scopes)[number][]) =>
  within.flatMap((scope) => idsOf(scope).flatMap((id) => keysOf(scope, id)));
const allKeys = keysIn('anywhere', 'views', 'list', 'grid');

const free = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe('the table of shortcuts', () => {
  it('no key means two things in one place, and every shortcut has a label and a name of its own', () => {
    const lists = keysIn('anywhere', 'views', 'list');
    // A board and a calendar ask their own keys first, a field asks only those of writing.
    const grids = keysIn('anywhere', 'views', 'grid');
    const fields = keysIn('writing');
    for (const keys of [lists, grids, fields]) expect(new Set(keys).size).toBe(keys.length);
    const ids = scopes.flatMap((scope): string[] => [...idsOf(scope)]);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = scopes.flatMap((scope) => idsOf(scope).map((id) => keysWords.labels[id]));
    expect(labels).not.toContain(undefined);
  });

  it('sequences lead to views and begin with g, which does nothing by itself', () => {
    const sequences = allKeys.filter((keys) => keys.includes(' '));
    expect(sequences).toEqual(idsOf('views').flatMap((id) => keysOf('views', id)));
    expect(sequences.every((keys) => keys.startsWith('g '))).toBe(true);
    expect(allKeys).not.toContain('g');
  });

  it.each([
    [{ key: 'J' }, 'j'],
    [{ key: 'J', shiftKey: true }, 'shift+j'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: '[', altKey: true, ctrlKey: true }, '['],
    [{ key: 'z', metaKey: true }, 'mod+z'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
    [{ key: 'ArrowUp', altKey: true }, 'alt+ArrowUp'],
    [{ key: '1', altKey: true }, 'alt+1'],
    [{ key: 'ث', code: 'KeyE' }, 'e'],
    [{ key: '٣', code: 'Digit3' }, '3'],
    [{ key: ' ', shiftKey: true }, 'shift+Space'],
    [{ key: '؟', code: 'Slash', shiftKey: true }, '?'],
    [{ key: 'ü', code: 'BracketLeft' }, 'ü'],
    [{ key: 'z', code: 'KeyY' }, 'z'],
  ])('%o is written %s', (press, stroke) => {
    expect(strokeOf({ ...free, ...press })).toBe(stroke);
  });

  it('a key that the person chose is theirs, also where a shortcut before it has it from the start', () => {
    const asked = { strokes: 'r', hasSingleKeys: true };
    expect(findShortcut('list', asked)).toBe('repeat');
    expect(findShortcut('list', { ...asked, own: { move: ['r'] } })).toBe('move');
  });

  it('[2.1.4] without single keys only those with a modifier or a name of their own are left', () => {
    const left = allKeys.filter((strokes) =>
      scopes.some((scope) => findShortcut(scope, { strokes, hasSingleKeys: false }) !== undefined),
    );
    expect(left.filter(isSingle)).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(['mod+k', 'F2', 'ArrowDown', 'Delete']));
    expect(findShortcut('views', { strokes: 'g i', hasSingleKeys: true })).toBe('go-inbox');
  });

  it('[2.1.1] marks of Markdown have a key on keyboards that write other letters', () => {
    expect(writingKey({ ...free, key: 'b', metaKey: true })).toBe('bold');
    expect(writingKey({ ...free, key: 'لا', code: 'KeyB', ctrlKey: true })).toBe('bold');
    expect(writingKey({ ...free, key: 'Tab', shiftKey: true })).toBe('item-out');
    expect(writingKey({ ...free, key: 'b' })).toBeUndefined();
  });

  it('keys are printed as they stand on keyboards', () => {
    expect(printKeys('Delete')).toBe('Del');
    expect(printKeys('g i')).toBe('G I');
    expect(printKeys('alt+ArrowUp')).toBe('Alt+↑');
    expect(printKeys('shift+Space')).toBe('⇧+Space');
    const plain = [...allKeys, ...keysIn('writing')].filter((keys) => !keys.includes('mod+'));
    expect(plain.map(printKeys).join(' ')).not.toMatch(/[a-z][A-Z]/);
  });
});
