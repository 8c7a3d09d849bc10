import { useEffect, useRef, useState } from 'react';
import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { strokeOf } from '#client/keys/find-shortcut.ts';
import { Keys } from '#client/ui/kbd.tsx';
import { useTiming } from '#client/ui/timing.ts';

const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'];

/** How long a second key of a sequence is waited for. */
const secondMs = 1_000;

/**
 * Hears the next keys before anybody else does. One that writes text may be the first of a sequence where there can be
 * one: then a second is waited for. Escape, or a press elsewhere, gives up.
 */
export function RecordKeys({
  canBeSequence,
  onKeys,
  onCancel,
  onLeave,
}: {
  canBeSequence: boolean;
  onKeys: (strokes: string) => void;
  onCancel: () => void;
  /** The focus went elsewhere by itself. */
  onLeave: () => void;
}) {
  const words = useKeysWords();
  const timing = useTiming();
  const field = useRef<HTMLButtonElement>(null);
  const [first, setFirst] = useState<string>();
  const latest = useRef({ onKeys, onCancel });
  useEffect(() => {
    latest.current = { onKeys, onCancel };
  });
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || modifiers.includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return latest.current.onCancel();
      const stroke = strokeOf(event);
      if (first !== undefined) return latest.current.onKeys(`${first} ${stroke}`);
      if (canBeSequence && stroke.length === 1) return setFirst(stroke);
      return latest.current.onKeys(stroke);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [canBeSequence, first]);
  useEffect(() => {
    if (first === undefined) return undefined;
    return timing.after(secondMs, () => latest.current.onKeys(first));
  }, [first, timing]);
  return (
    <button
      type="button"
      ref={field}
      aria-live="polite"
      data-testid="record-keys"
      onBlur={onLeave}
      className="inline-flex min-h-7 items-center gap-1.5 rounded-[4px] px-2 text-accent outline-2 -outline-offset-1 outline-accent"
    >
      {first === undefined ? words.press : <Keys keys={first} />}
      {first === undefined ? null : words.pressSecond}
    </button>
  );
}
