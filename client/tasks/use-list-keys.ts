import { type RefObject, use, useEffect, useLayoutEffect, useRef } from 'react';
import { OwnKeysContext } from '#client/keys/own-keys.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { belongsToFocus, isOnButton } from '#client/ui/keyboard.ts';
import { listShortcut } from './list-keys.ts';

/**
 * Runs the shortcuts of the list: while it has the focus, or while nothing has it (a page just opened).
 * Keys on a button in a row press that button; letters act on the row nevertheless.
 */
export function useListKeys({
  list,
  hasSingleKeys,
  onShortcut,
}: {
  list: RefObject<HTMLElement | null>;
  hasSingleKeys: boolean;
  onShortcut: (id: ListShortcut) => void;
}): void {
  const own = use(OwnKeysContext);
  const latest = useRef(onShortcut);
  // With the rows themselves: the next key of somebody fast must not act on those of the frame before.
  useLayoutEffect(() => {
    latest.current = onShortcut;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (belongsToFocus(event)) return;
      const { target } = event;
      const isHere = target instanceof Node && list.current?.contains(target) === true;
      // A heading that was focused to be read out is nothing a key could press.
      const isNowhere = target instanceof Element && target.matches('body, main, h1');
      if (!isHere && !isNowhere) return;
      if ((event.key === 'Enter' || event.key === ' ') && isOnButton(event)) return;
      const id = listShortcut(event, hasSingleKeys, own);
      if (id === undefined) return;
      event.preventDefault();
      latest.current(id);
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [list, hasSingleKeys, own]);
}
