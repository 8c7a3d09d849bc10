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
   * The base to undo on: `base` itself, or `held` where undoing and redoing on this device has put the value of
   * `base` back under newer stamps since. So one group can be undone through many steps.
   */
  resolveBase(of: { id: string; group: string; base: HeldStamp; held: HeldStamp }): HeldStamp;
}

interface Entry {
  key: string;
  label: string;
  atMs: number;
  position: number;
  isWaiting: boolean;
  undo: UndoMark | undefined;
}

/** An empty history. Batches are known by their stamps, which outlive numbers and positions. */
export function createUndoHistory(): UndoHistory {
  const entries = new Map<string, Entry>();
  return {
    take({ outbox, positions, sent }) {
      if (positions !== undefined) {
        for (const [stamp, entry] of entries) {
          // Refused batches leave here: there is nothing to take back. Settled ones come again as `sent`.
          if (entry.isWaiting && !positions.has(entry.position)) entries.delete(stamp);
        }
      }
      for (const row of outbox) entries.set(row.batch.stamp, entryOf(row, true));
      for (const row of sent) entries.set(row.batch.stamp, entryOf(row, false));
    },
    next() {
      const { undo, redo } = stacksOf([...entries.values()]);
      return { undo: undo.at(-1), redo: redo.at(-1) };
    },
    resolveBase({ id, group, base, held }) {
      const seen = new Set<string>();
      let stamp: HeldStamp | undefined = held;
      while (stamp !== undefined && !seen.has(stamp)) {
        if (baseMatches(stamp, base)) return held;
        seen.add(stamp);
        stamp = entries.get(sentStamp(stamp))?.undo?.standsFor[`${id}/${group}`];
      }
      return base;
    },
  };
}

function entryOf({ batch, position, undo }: OutboxRow, isWaiting: boolean): Entry {
  const key = undo?.key ?? batch.action ?? batch.stamp;
  return { key, label: batch.label, atMs: batch.atMs, position, isWaiting, undo };
}

/** The part of a held stamp that its device sent (R6). */
function sentStamp(held: HeldStamp): string {
  return held.split('~').at(-1) ?? held;
}

/** Replays the history: an action goes on the undo stack and ends all redoing; undo and redo move it over and back. */
function stacksOf(entries: readonly Entry[]): { undo: UndoableAction[]; redo: UndoableAction[] } {
  let undo: UndoableAction[] = [];
  let redo: UndoableAction[] = [];
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    if (entry.undo?.name === 'undo') {
      redo = withEntry(redo, entry);
      undo = without(undo, entry.key);
    } else {
      undo = withEntry(undo, entry);
      redo = entry.undo === undefined ? [] : without(redo, entry.key);
    }
  }
  return { undo, redo };
}

/** The batches of one action are one step, also where those of another tab came in between. */
function withEntry(stack: readonly UndoableAction[], entry: Entry): UndoableAction[] {
  const { key, label, atMs, position } = entry;
  const known = stack.find((action) => action.key === key);
  const positions = [...(known?.positions ?? []), position];
  return [...without(stack, key), { key, label, atMs, positions }];
}

function without(stack: readonly UndoableAction[], key: string): UndoableAction[] {
  return stack.filter((action) => action.key !== key);
}
