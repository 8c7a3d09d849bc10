import { useLayoutEffect, useRef } from 'react';
import { Kbd } from './kbd.tsx';

/** What is told of which element. */
export interface Tip {
  trigger: Element;
  text: string;
  keys: string | undefined;
}

const gap = 6;

/** The tooltip itself: it comes when the first one is shown. */
export function TooltipBubble({ tip }: { tip: Tip }) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current !== null) place(bubble.current, tip.trigger);
  }, [tip]);
  return (
    <div
      ref={bubble}
      aria-hidden="true"
      data-bubble=""
      className="fixed top-0 left-0 z-50 flex max-w-72 animate-fade-in items-center gap-2 rounded-control bg-surface px-2 py-1 text-xs text-text shadow-float"
    >
      {tip.text}
      {tip.keys === undefined ? null : <Kbd keys={tip.keys} />}
    </div>
  );
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
