import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import { useTiming } from './timing.ts';

interface Shown {
  trigger: Element;
  text: string;
  keys: string | undefined;
}

const delayMs = 450;
const gap = 6;

/**
 * One tooltip for the whole app, for every element with `data-tooltip`: a list of many rows must not hold a component
 * for each of its buttons. Shown on hover and keyboard focus; Escape closes it, the pointer may rest on it (WCAG
 * 1.4.13). Names are on the elements themselves, so screen readers do not hear this one.
 */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const timing = useTiming();
  const [shown, setShown] = useState<Shown>();
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let cancel = () => {};
    const showLater = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Element) || bubble.current?.contains(target) === true) return;
      const trigger = target.closest('[data-tooltip]');
      cancel();
      if (trigger === null) return setShown(undefined);
      const isByKeys = event.type === 'focusin';
      if (isByKeys && !trigger.matches(':focus-visible')) return undefined;
      cancel = timing.after(delayMs, () => setShown(read(trigger)));
      return undefined;
    };
    const hide = () => {
      cancel();
      setShown(undefined);
    };
    const hideOnEscape = (event: KeyboardEvent) => (event.key === 'Escape' ? hide() : undefined);
    document.addEventListener('pointerover', showLater);
    document.addEventListener('focusin', showLater);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', hideOnEscape);
    return () => {
      cancel();
      document.removeEventListener('pointerover', showLater);
      document.removeEventListener('focusin', showLater);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', hideOnEscape);
    };
  }, [timing]);
  useLayoutEffect(() => {
    if (shown !== undefined && bubble.current !== null) place(bubble.current, shown.trigger);
  }, [shown]);
  return (
    <>
      {children}
      {shown === undefined ? null : (
        <div
          ref={bubble}
          aria-hidden="true"
          className="fixed top-0 left-0 z-50 flex max-w-72 animate-fade-in items-center gap-2 rounded-control bg-surface px-2 py-1 text-xs text-text shadow-float"
        >
          {shown.text}
          {shown.keys === undefined ? null : <Kbd keys={shown.keys} />}
        </div>
      )}
    </>
  );
}

function read(trigger: Element): Shown | undefined {
  const text = trigger.getAttribute('data-tooltip');
  if (text === null || text === '' || !trigger.isConnected) return undefined;
  return { trigger, text, keys: trigger.getAttribute('data-tooltip-keys') ?? undefined };
}

/** Above the element, or below it where there is no room; never outside the window. */
function place(bubble: HTMLElement, trigger: Element): void {
  const at = trigger.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const isBelow = at.top < height + gap * 2;
  const top = isBelow ? at.bottom + gap : at.top - height - gap;
  const centred = at.left + at.width / 2 - width / 2;
  const left = Math.min(Math.max(centred, gap), document.documentElement.clientWidth - width - gap);
  bubble.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
