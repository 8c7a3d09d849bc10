import { X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { QuickAddToken } from '#shared/quick-add-token';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useRhythm } from '#client/i18n/use-rhythm.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { pageDirection } from '#client/ui/page-direction.ts';
import { useToday } from '#client/ui/timing.ts';
import { ChipIcon } from './chip-icon.tsx';
import { chipWords } from './chip-words.ts';
import type { QuickAddLine } from './use-quick-add.ts';

/**
 * What was read out of the line. One stop for Tab, arrows within, up and Escape's effect lead back to the line; Escape,
 * Backspace, Delete and a press make the chip's words text again.
 */
export function QuickAddChips({
  line,
  input,
}: {
  line: QuickAddLine;
  input: RefObject<HTMLInputElement | null>;
}) {
  const words = useCaptureWords();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const describe = useChipWords(line);
  const chipAt = (index: number) => list.current?.querySelectorAll('button')[index];
  const dismiss = (token: QuickAddToken, index: number) => {
    line.makeText(token);
    announce(words.isText({ words: line.text.slice(token.start, token.end) }));
    const hasNext = index + 1 < line.tokens.length;
    const next = hasNext ? chipAt(index + 1) : chipAt(index - 1);
    if (next === undefined) input.current?.focus();
    else next.focus();
  };
  const onKeyDown = (event: KeyboardEvent, token: QuickAddToken, index: number) => {
    const isBack = event.key === 'ArrowUp';
    const step = arrowSteps[event.key];
    if (isBack) input.current?.focus();
    else if (step !== undefined) chipAt(index + step * towardsEnd())?.focus();
    else if (dismissKeys.has(event.key)) dismiss(token, index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (line.tokens.length === 0) return null;
  return (
    <ul
      ref={list}
      aria-label={words.chips}
      data-testid="quick-add-chips"
      className="flex flex-wrap gap-1.5 px-2 pt-0.5 pb-1"
    >
      {line.tokens.map((token, index) => (
        <li key={`${token.kind} ${token.start}`} className="flex min-w-0">
          <button
            type="button"
            data-testid="quick-add-chip"
            data-kind={token.kind}
            data-own-escape=""
            tabIndex={index === 0 ? 0 : -1}
            aria-label={words.makeText({ kind: words.kinds[token.kind], words: describe(token) })}
            onClick={() => dismiss(token, index)}
            onKeyDown={(event) => onKeyDown(event, token, index)}
            className="press group inline-flex h-7 min-w-0 items-center gap-1.5 rounded-full bg-accent-soft ps-2.5 pe-1.5 text-xs font-medium text-text hover:bg-raised pointer-coarse:h-11 pointer-coarse:ps-3.5 [&>svg]:size-3.5 [&>svg]:shrink-0"
          >
            <ChipIcon token={token} sources={line.sources} />
            <span dir="auto" className="tabular max-w-56 truncate">
              {describe(token)}
            </span>
            <X className="text-muted group-hover:text-text" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The words of the line's chips. */
export function useChipWords(line: QuickAddLine): (token: QuickAddToken) => string {
  const words = useCaptureWords();
  const rhythm = useRhythm();
  const messages = useMessages();
  const formats = useFormats();
  const today = useToday();
  const { text, fields } = line;
  return (token) => chipWords(token, { text, fields, today, messages, words, rhythm, formats });
}

const dismissKeys: ReadonlySet<string> = new Set(['Escape', 'Backspace', 'Delete']);
const arrowSteps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrows follow the eye: where the page runs from right to left, the next chip is on the left. */
function towardsEnd(): 1 | -1 {
  return pageDirection() === 'rtl' ? -1 : 1;
}
