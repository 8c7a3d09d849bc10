import { type RefObject, useEffect, useRef } from 'react';
import { belongsToFocus, isOnButton } from '#client/ui/keyboard.ts';
import { type ListCommand, listCommand } from './list-keys.ts';

/**
 * Turns keys into commands on the list: while it has the focus, or while nothing has it (a page just opened).
 * Keys on a button in a row press that button; letters act on the row nevertheless.
 */
export function useListKeys({
  list,
  hasSingleKeys,
  onCommand,
}: {
  list: RefObject<HTMLElement | null>;
  hasSingleKeys: boolean;
  onCommand: (command: ListCommand) => void;
}): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (belongsToFocus(event)) return;
      const { target } = event;
      const isHere = target instanceof Node && list.current?.contains(target) === true;
      // A heading that was focused to be read out is nothing a key could press.
      const isNowhere = target instanceof Element && target.matches('body, main, h1');
      if (!isHere && !isNowhere) return;
      if (event.key === 'Enter' && isOnButton(event)) return;
      const command = listCommand(event, hasSingleKeys);
      if (command === undefined) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [list, hasSingleKeys]);
}
