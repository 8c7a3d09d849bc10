import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { findShortcut, strokeOf } from '#client/keys/find-shortcut.ts';
import { type IdsOf, viewPaths } from '#client/keys/shortcuts.ts';
import { belongsToFocus } from '#client/ui/keyboard.ts';
import { useTiming } from '#client/ui/timing.ts';

/** What shortcuts do wherever the focus is, but in fields, menus and dialogs. */
export type GlobalActions = Readonly<Record<Exclude<IdsOf<'anywhere'>, 'back'>, () => void>>;

/** All sequences lead to views and begin alike. */
const sequenceStart = 'g';
const sequenceMs = 1_000;

/** Listens for the keys of the whole app, before any list does: the second key of a sequence is no key of a list. */
export function useGlobalKeys(actions: GlobalActions, hasSingleKeys: boolean): void {
  const latest = useRef(actions);
  const timing = useTiming();
  const [, navigate] = useLocation();
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    let startedMs = Number.NEGATIVE_INFINITY;
    const handle = (event: KeyboardEvent) => {
      const isSecond = timing.nowMs() - startedMs <= sequenceMs;
      startedMs = Number.NEGATIVE_INFINITY;
      if (belongsToFocus(event)) return;
      const stroke = strokeOf(event);
      const sequence = { strokes: `${sequenceStart} ${stroke}`, hasSingleKeys };
      const view = isSecond ? findShortcut('views', sequence) : undefined;
      const id = findShortcut('anywhere', { strokes: stroke, hasSingleKeys });
      if (stroke === sequenceStart) startedMs = timing.nowMs();
      if (view === undefined && (id === undefined || id === 'back')) return;
      event.preventDefault();
      if (view !== undefined) navigate(viewPaths[view]);
      else if (id !== undefined && id !== 'back') latest.current[id]();
    };
    document.addEventListener('keydown', handle, true);
    return () => document.removeEventListener('keydown', handle, true);
  }, [hasSingleKeys, timing, navigate]);
}
