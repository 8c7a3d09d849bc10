import { useEffect } from 'react';
import { belongsToFocus } from './keyboard.ts';

/** Calls back on Escape, unless a field, menu or dialog has it first; not at all without a callback. */
export function useEscape(onEscape: (() => void) | undefined): void {
  useEffect(() => {
    if (onEscape === undefined) return undefined;
    const handle = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !belongsToFocus(event)) onEscape();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [onEscape]);
}
