import { isEmptyInverse } from './inverse-changes.ts';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import type { OutboxRow, UndoMark } from './local-tables.ts';
import type { LocalChanges } from './read-changes.ts';

/** One action that can be undone or done again, with the positions of the batches that would be taken back. */
export interface UndoableAction {
  /** Its `action`, else the stamp of its batch: stays the same through undo and redo, reload and renumbering. */
  key: string;
  label: string;
  atMs: number;
  positions: readonly number[];
}

/** What the person could undo or redo next on this device, from its outbox and the sent batches of 7 days. */
export interface UndoHistory {
  take(changes: Pick<LocalChanges, 'outbox' | 'positions' | 'sent'>): void;
  next(): { undo: UndoableAction | undefined; redo: UndoableAction | undefined };
  /**
   * The base to undo on: `base` itself, or `held` where this device has put the value of `base` back, or set
   * it once more, under newer stamps since. So one group can be undone through many steps.
   */
  resolveBase(of: { id: string; group: string; base: HeldStamp; held: HeldStamp }): HeldStamp;
}

interface Entry {
  key: string;
  label: string;
  atMs: number;
  position: number;
  isWaiting: boolean;
  /** Nothing was altered: there is nothing to take back, and no reason to end redoing. */
  isEmpty: boolean;
  /** It follows from an action without being one: taken back with it, and the order of the stacks stays. */
  isQuiet: boolean | undefined;
  undo: UndoMark | undefined;
  /** By `<id>/<group>`: the stamp of the value that this batch put back or left, under a stamp of its own. */
  standsFor: UndoMark['standsFor'];
}

interface Stacks {
  undo: readonly UndoableAction[];
  redo: readonly UndoableAction[];
}

/** An empty history. Batches are known by their stamps, which outlive numbers and positions. */
export function createUndoHistory(): UndoHistory {
  const entries = new Map<string, Entry>();
  let stacks: Stacks | undefined;
  const note = (row: OutboxRow, isWaiting: boolean) =>
    entries.set(row.batch.stamp, entryOf(row, isWaiting));
  return {
    take({ outbox, positions, sent }) {
      const isNews = positions !== undefined || outbox.length > 0 || sent.length > 0;
      if (isNews) stacks = undefined;
      if (positions !== undefined) {
        for (const [stamp, entry] of entries) {
          // Refused batches leave here: there is nothing to take back. Settled ones come again as `sent`.
          if (entry.isWaiting && !positions.has(entry.position)) entries.delete(stamp);
        }
      }
      for (const row of outbox) note(row, true);
      for (const row of sent) note(row, false);
    },
    next() {
      stacks ??= stacksOf([...entries.values()]);
      return { undo: stacks.undo.at(-1), redo: stacks.redo.at(-1) };
    },
    resolveBase({ id, group, base, held }) {
      const seen = new Set<string>();
      let stamp: HeldStamp | undefined = held;
      while (stamp !== undefined && !seen.has(stamp)) {
        if (baseMatches(stamp, base)) return held;
        seen.add(stamp);
        stamp = entries.get(sentStamp(stamp))?.standsFor[`${id}/${group}`];
      }
      return base;
    },
  };
}

function entryOf(
  { batch, position, inverse, undo, isQuiet }: OutboxRow,
  isWaiting: boolean,
): Entry {
  const key = undo?.key ?? batch.action ?? batch.stamp;
  const left = inverse.filter(isEmptyInverse);
  const standsFor = {
    ...Object.fromEntries(left.map(({ id, group, held }) => [`${id}/${group}`, held])),
    ...undo?.standsFor,
  };
  const isEmpty = left.length === inverse.length;
  return {
    key,
    label: batch.label,
    atMs: batch.atMs,
    position,
    isWaiting,
    isEmpty,
    isQuiet,
    undo,
    standsFor,
  };
}

/** The part of a held stamp that its device sent (R6). */
function sentStamp(held: HeldStamp): string {
  return held.split('~').at(-1) ?? held;
}

/** One action while the history is replayed. */
type Replayed = UndoableAction & { positions: number[] };

/** By key, the action taken last at the end: thousands of actions are replayed in one pass. */
type Stack = Map<string, Replayed>;

/** Replays the history: an action goes on the undo stack and ends all redoing; undo and redo move it over and back. */
function stacksOf(entries: readonly Entry[]): Stacks {
  const undo: Stack = new Map();
  const redo: Stack = new Map();
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    if (entry.isQuiet === true) {
      if (!entry.isEmpty) undo.get(entry.key)?.positions.push(entry.position);
      continue;
    }
    if (entry.undo?.name === 'undo') {
      undo.delete(entry.key);
      if (!entry.isEmpty) push(redo, entry);
      continue;
    }
    if (entry.undo?.name === 'redo') redo.delete(entry.key);
    if (entry.isEmpty) continue;
    if (entry.undo === undefined) redo.clear();
    push(undo, entry);
  }
  return { undo: [...undo.values()], redo: [...redo.values()] };
}

/** The batches of one action are one step, also where those of another tab came in between. */
function push(stack: Stack, { key, label, atMs, position }: Entry): void {
  const positions = stack.get(key)?.positions ?? [];
  positions.push(position);
  stack.delete(key);
  stack.set(key, { key, label, atMs, positions });
}
