import { type RefObject, use, useEffect, useRef } from 'react';
import { findShortcut, strokeOf } from '#client/keys/find-shortcut.ts';
import { OwnKeysContext } from '#client/keys/own-keys.ts';
import type { GridShortcut, ListShortcut } from '#client/keys/shortcuts.ts';
import { belongsToFocus, isOnButton } from '#client/ui/keyboard.ts';
import { pageDirection } from '#client/ui/page-direction.ts';

/** What keys ask of a board or a calendar. */
export type PlannerShortcut = ListShortcut | GridShortcut;

/**
 * Runs the shortcuts of a board or calendar: while it has the focus, or while nothing has it (a page just opened).
 * `onShortcut` answers false for what it has no use for, and the key keeps its meaning.
 */
export function usePlannerKeys(of: {
  area: RefObject<HTMLElement | null>;
  hasSingleKeys: boolean;
  onShortcut: (id: PlannerShortcut, target: Element) => boolean;
}): void {
  const { area, hasSingleKeys, onShortcut } = of;
  const own = use(OwnKeysContext);
  const latest = useRef(onShortcut);
  useEffect(() => {
    latest.current = onShortcut;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const { target } = event;
      if (belongsToFocus(event) || !(target instanceof Element)) return;
      const isHere = area.current?.contains(target) === true;
      // A heading that was focused to be read out is nothing a key could press.
      if (!isHere && !target.matches('body, main, h1')) return;
      if ((event.key === 'Enter' || event.key === ' ') && isOnButton(event)) return;
      const asked = { strokes: strokeOf(event), hasSingleKeys, own };
      const id = findShortcut('grid', asked) ?? findShortcut('list', asked);
      if (id === undefined) return;
      if (latest.current(asSeen(id), target)) event.preventDefault();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [area, hasSingleKeys, own]);
}

const opposite: Partial<Record<PlannerShortcut, PlannerShortcut>> = {
  left: 'right',
  right: 'left',
  'move-left': 'move-right',
  'move-right': 'move-left',
};

/** What a key means as it is seen: where words run from right to left, so do columns and days. */
export function asSeen(id: PlannerShortcut): PlannerShortcut {
  return pageDirection() === 'rtl' ? (opposite[id] ?? id) : id;
}
