import { Plus, User } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import type { CaptureWords } from '#client/i18n/compiled/types/capture-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { classNames } from '#client/ui/class-names.ts';
import type { NameSign, Suggestion } from './suggest.ts';

/** The most that the list is high. */
const heightPx = 288;

/** What each sign names. */
const things = { '#': 'labels', '/': 'projects', '+': 'projects', '@': 'people' } as const;

/** The names that the typed one may become; the focus stays in the line, which names the active row. */
export function QuickAddSuggestions({
  listId,
  sign,
  suggestions,
  active,
  onChoose,
  onPoint,
}: {
  listId: string;
  sign: NameSign;
  suggestions: readonly Suggestion[];
  active: number | undefined;
  onChoose: (suggestion: Suggestion) => void;
  onPoint: (index: number) => void;
}) {
  const words = useCaptureWords();
  const list = useRef<HTMLDivElement>(null);
  const [isUp, setIsUp] = useState(false);
  useLayoutEffect(() => {
    // At the lower edge of a phone the list opens upwards.
    const bottom = list.current?.parentElement?.getBoundingClientRect().bottom ?? 0;
    setIsUp(window.innerHeight - bottom < heightPx);
  }, []);
  return (
    <>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={words.suggestions[things[sign]]}
        tabIndex={-1}
        className={classNames(
          'absolute start-1 z-50 max-h-72 w-64 max-w-[calc(100%-0.5rem)] animate-rise-in overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-float outline-none',
          isUp ? 'bottom-full' : 'top-full',
        )}
      >
        {suggestions.map((suggestion, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the line listens to keys for all rows
          <div
            key={suggestion.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-testid="quick-add-suggestion"
            onMouseMove={() => (index === active ? undefined : onPoint(index))}
            // The line keeps the focus, and on a phone its keyboard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(suggestion)}
            className={classNames(
              'flex h-9 cursor-default items-center gap-2.5 rounded-control px-2.5 select-none pointer-coarse:h-11',
              index === active ? 'bg-accent-soft' : undefined,
            )}
          >
            <span className="flex size-4 shrink-0 items-center justify-center text-muted [&>svg]:max-w-4">
              <SuggestionIcon sign={sign} suggestion={suggestion} />
            </span>
            <span dir="auto" className="min-w-0 truncate">
              {wordsOf(suggestion, sign, words)}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {words.suggested({ count: suggestions.length })}
      </p>
    </>
  );
}

function SuggestionIcon({ sign, suggestion }: { sign: NameSign; suggestion: Suggestion }) {
  if (suggestion.isNew) return <Plus className="size-4" aria-hidden="true" />;
  if (sign === '@') return <User className="size-4" aria-hidden="true" />;
  return <ColorDot color={suggestion.color ?? 'gray'} />;
}

function wordsOf({ name, isNew }: Suggestion, sign: NameSign, words: CaptureWords): string {
  if (!isNew) return name;
  return sign === '#' ? words.createLabel({ name }) : words.createProject({ name });
}
