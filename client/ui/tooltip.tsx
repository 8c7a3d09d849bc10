import { Suspense, useEffect, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useTiming } from './timing.ts';
import type { Tip } from './tooltip-bubble.tsx';

const TooltipBubble = lazy(async () => ({
  default: (await import('./tooltip-bubble.tsx')).TooltipBubble,
}));

const delayMs = 450;

/**
 * One tooltip for the whole app, for every element with `data-tooltip`: a list of many rows must not hold a component
 * for each of its buttons. Shown on hover and keyboard focus; Escape closes it, the pointer may rest on it (WCAG
 * 1.4.13). Names are on the elements themselves, so screen readers do not hear this one.
 */
export function Tooltips() {
  const timing = useTiming();
  const [shown, setShown] = useState<Tip>();
  useEffect(() => {
    let cancel = () => {};
    const showLater = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('[data-bubble]') !== null) return;
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
  if (shown === undefined) return null;
  return (
    <Suspense>
      <TooltipBubble tip={shown} />
    </Suspense>
  );
}

function read(trigger: Element): Tip | undefined {
  const text = trigger.getAttribute('data-tooltip');
  if (text === null || text === '' || !trigger.isConnected) return undefined;
  return { trigger, text, keys: trigger.getAttribute('data-tooltip-keys') ?? undefined };
}
