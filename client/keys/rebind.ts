import { idsOf } from './find-shortcut.ts';
import { type OwnKeys, type Scope, shortcuts } from './shortcuts.ts';

/** A shortcut by its place in the table. */
export interface Named {
  scope: Scope;
  id: string;
}

/** What would become of new keys for a shortcut. */
export type Judgement =
  | { name: 'free' }
  /** They belong to others, in the same places; `canSwap`: those could have the old ones instead. */
  | { name: 'taken'; by: readonly [Named, ...Named[]]; canSwap: boolean }
  /** The browser, or whoever moves through the page by keys, needs them. */
  | { name: 'reserved' }
  /** The first key does something alone, or a sequence begins with this one: one of them would never be reached. */
  | { name: 'hidden'; by: Named };

const scopes = ['anywhere', 'views', 'list', 'grid'] as const;

/** What closes is Escape everywhere, in dialogs of the browser too; what writes is as in every other editor. */
export function canRebind({ scope, id }: Named): boolean {
  return id !== 'back' && scope !== 'writing';
}

/** Whether a shortcut can be a sequence: lists hear single strokes only. */
export function canBeSequence({ scope }: Named): boolean {
  return scope === 'anywhere' || scope === 'views';
}

/** Judges new keys for a shortcut before they are taken over. */
export function judgeKeys(named: Named, strokes: string, own: OwnKeys): Judgement {
  // Everywhere it presses buttons; a list tells rows from them.
  const isPressing = strokes === 'Space' && canBeSequence(named);
  if (isPressing || isReserved(strokes)) return { name: 'reserved' };
  const others = allShortcuts().filter(
    (other) => other.id !== named.id && isHeardWith(other.scope, named.scope),
  );
  const [first = '', second] = strokes.split(' ');
  const hider = others.find((other) =>
    waysOf(other, own).some((way) => (second === undefined ? begins(way, first) : way === first)),
  );
  if (hider !== undefined) return { name: 'hidden', by: hider };
  const [taker, ...more] = others.filter((other) => waysOf(other, own).includes(strokes));
  if (taker === undefined) return { name: 'free' };
  const by = [taker, ...more] as const;
  const [old = '', ...rest] = waysOf(named, own);
  const after = withWays(own, named, [strokes, ...rest]);
  const canSwap = by.every(
    (other) =>
      (canBeSequence(other) || !old.includes(' ')) && judgeKeys(other, old, after).name === 'free',
  );
  return { name: 'taken', by, canSwap };
}

/**
 * The person's keys with another first way for a shortcut; its other ways stay. Who had the new keys gets the old ones
 * instead. What is as from the start is not kept.
 */
export function rebind(named: Named, strokes: string, own: OwnKeys): OwnKeys {
  const [old = '', ...rest] = waysOf(named, own);
  const judged = judgeKeys(named, strokes, own);
  const swapped = judged.name === 'taken' ? judged.by : [];
  const changed = [
    [named, [strokes, ...rest.filter((way) => way !== strokes)]] as const,
    ...swapped.map((other) => {
      const ways = waysOf(other, own).map((way) => (way === strokes ? old : way));
      return [other, ways] as const;
    }),
  ];
  return changed.reduce((next, [of, ways]) => withWays(next, of, ways), own);
}

/** The keys a shortcut has from the start, given back to it; who has one of them by now gets its own first ones too. */
export function resetKeys(named: Named, own: OwnKeys): OwnKeys {
  let left = without(own, named);
  const reset = [named];
  for (const back of reset) {
    for (const other of allShortcuts()) {
      if (left[other.id] === undefined || !clash(back, other, left)) continue;
      left = without(left, other);
      reset.push(other);
    }
  }
  return left;
}

/** The ways to press a shortcut. */
export function waysOf({ scope, id }: Named, own: OwnKeys): readonly string[] {
  const table: Readonly<Record<string, readonly string[]>> = shortcuts[scope];
  return own[id] ?? table[id] ?? [];
}

function withWays(own: OwnKeys, named: Named, ways: readonly string[]): OwnKeys {
  const isAsFromStart = ways.join('\n') === waysOf(named, {}).join('\n');
  return isAsFromStart ? without(own, named) : { ...own, [named.id]: [...ways] };
}

function without(own: OwnKeys, { id }: Named): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([other]) => other !== id));
}

function clash(one: Named, other: Named, own: OwnKeys): boolean {
  if (one.id === other.id || !isHeardWith(one.scope, other.scope)) return false;
  return waysOf(one, own).some((way) =>
    waysOf(other, own).some((held) => held === way || begins(held, way) || begins(way, held)),
  );
}

function allShortcuts(): Named[] {
  return scopes.flatMap((scope) => idsOf(scope).map((id) => ({ scope, id })));
}

/** Boards and calendars hear their own keys before those of the list, so these two may share some. */
function isHeardWith(one: Scope, other: Scope): boolean {
  return one === other || !(['list', 'grid'].includes(one) && ['list', 'grid'].includes(other));
}

function begins(way: string, stroke: string): boolean {
  return way.startsWith(`${stroke} `);
}

function isReserved(strokes: string): boolean {
  const parts = strokes.split(' ');
  // In a sequence only what writes text: the browser acts on the rest at once.
  if (parts.length > 1 && parts.some((part) => part.length !== 1)) return true;
  return parts.some((part) => browserKeys.has(part));
}

/** What browsers and systems keep for themselves, or people would miss: tabs, windows, pages, zoom, clipboard, find. */
const browserKeys: ReadonlySet<string> = new Set([
  ...Array.from('cdefghjlnopqrstuvwx0123456789+-=', (key) => `mod+${key}`),
  ...Array.from('bcijmnopqrtvw', (key) => `mod+shift+${key}`),
  ...[1, 3, 5, 6, 7, 10, 11, 12].map((key) => `F${key}`),
  ...['Tab', 'F4', 'PageUp', 'PageDown', 'Enter'].map((key) => `mod+${key}`),
  ...['F4', 'd', 'e', 'f', 'Home', 'Tab', 'Space'].map((key) => `alt+${key}`),
  'Escape',
  'Tab',
  'shift+Tab',
  'mod+shift+Tab',
  'shift+Space',
  'mod+Space',
]);
