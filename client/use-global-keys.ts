import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { belongsToFocus } from '#client/ui/keyboard.ts';

/** What keys do wherever the focus is, but in fields, menus and dialogs. */
export interface GlobalActions {
  undo: () => void;
  redo: () => void;
  add: () => void;
  help: () => void;
  toggleSidebar: () => void;
}

const places: Record<string, string> = {
  i: '/dashboard',
  t: '/today',
  a: '/all',
  c: '/conflicts',
};

/** Listens for the keys of the whole app; letters only while single keys are on (WCAG 2.1.4). */
export function useGlobalKeys(actions: GlobalActions, hasSingleKeys: boolean): void {
  const latest = useRef(actions);
  const [, navigate] = useLocation();
  const isAfterG = useRef(false);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const wasAfterG = isAfterG.current;
      isAfterG.current = false;
      if (belongsToFocus(event) || event.altKey) return;
      const { undo, redo, ...singles } = latest.current;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z') return;
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
        return;
      }
      if (!hasSingleKeys) return;
      const place = wasAfterG ? places[key] : undefined;
      const single = new Map([
        ['q', singles.add],
        ['c', singles.add],
        ['?', singles.help],
        ['[', singles.toggleSidebar],
      ]);
      const run = place === undefined ? single.get(key) : () => navigate(place);
      isAfterG.current = key === 'g';
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [hasSingleKeys, navigate]);
}
