import { use, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { beginsSequence, findShortcut, strokeOf } from '#client/keys/find-shortcut.ts';
import { OwnKeysContext } from '#client/keys/own-keys.ts';
import { type IdsOf, viewPaths } from '#client/keys/shortcuts.ts';
import { belongsToFocus } from '#client/ui/keyboard.ts';
import { useTiming } from '#client/ui/timing.ts';

/** What shortcuts do wherever the focus is, but in fields, menus and dialogs. */
export type GlobalActions = Readonly<Record<Exclude<IdsOf<'anywhere'>, 'back'>, () => void>>;

/** How long the second key of a sequence may take. */
const sequenceMs = 1_000;

/** Listens for the keys of the whole app, before any list does: the second key of a sequence is no key of a list. */
export function useGlobalKeys(actions: GlobalActions, hasSingleKeys: boolean): void {
  const latest = useRef(actions);
  const timing = useTiming();
  const [, navigate] = useLocation();
  useEffect(() => {
    latest.current = actions;
  });
  const own = use(OwnKeysContext);
  useEffect(() => {
    let first = { stroke: '', atMs: 0 };
    const handle = (event: KeyboardEvent) => {
      const { stroke: before, atMs } = first;
      first = { stroke: '', atMs: timing.nowMs() };
      if (belongsToFocus(event)) return;
      const stroke = strokeOf(event);
      const isSecond = before !== '' && first.atMs - atMs <= sequenceMs;
      const ways = isSecond ? [`${before} ${stroke}`, stroke] : [stroke];
      if (beginsSequence(stroke, own)) first.stroke = stroke;
      for (const strokes of ways) {
        const asked = { strokes, hasSingleKeys, own };
        const view = findShortcut('views', asked);
        const id = findShortcut('anywhere', asked);
        if (view === undefined && (id === undefined || id === 'back')) continue;
        event.preventDefault();
        if (view !== undefined) navigate(viewPaths[view]);
        else if (id !== undefined && id !== 'back') latest.current[id]();
        return;
      }
    };
    document.addEventListener('keydown', handle, true);
    return () => document.removeEventListener('keydown', handle, true);
  }, [hasSingleKeys, own, timing, navigate]);
}
