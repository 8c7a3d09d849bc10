import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { classNames } from '#client/ui/class-names.ts';
import { completeFilter } from '#shared/filter-query-complete';
import type { FilterNames } from '#shared/filter-query-match';
import type { FilterError } from '#shared/filter-query-node';
import { limits } from '#shared/limits';

const textStyle =
  'block w-full resize-none whitespace-pre-wrap break-words px-3 py-2 font-mono text-[0.8125rem] leading-5 pointer-coarse:text-base pointer-coarse:leading-6';

/** A field for a query: marks the very place of a fault, and offers ways to go on. Enter goes to `onSubmit`. */
export function QueryField(props: {
  query: string;
  names: FilterNames;
  error: FilterError | undefined;
  errorId: string;
  onChange: (query: string) => void;
  onSubmit: () => void;
}) {
  const { query, error, onChange, onSubmit } = props;
  const words = useFiltersWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [cursor, setCursor] = useState(query.length);
  const [activeIndex, setActiveIndex] = useState(-1);
  const [isClosed, setIsClosed] = useState(true);
  const completions = completeFilter({ text: query, cursor, names: props.names });
  const options = isClosed ? [] : completions.options;
  const accept = (text: string) => {
    // A key waits for its value; everything else is whole.
    const end = text.endsWith(':') ? `${text} ` : text;
    const next = query.slice(0, completions.start) + end + query.slice(completions.end);
    onChange(next);
    const at = completions.start + end.length;
    setCursor(at);
    setActiveIndex(-1);
    setIsClosed(true);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const active = options[activeIndex];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      setActiveIndex((activeIndex + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      if (active === undefined) onSubmit();
      else accept(active.text);
    } else if (event.key === 'Escape' && options.length > 0) {
      setIsClosed(true);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="relative rounded-control border border-edge bg-surface focus-within:outline-2 focus-within:outline-accent has-aria-invalid:border-danger">
        <Mirror mirror={mirror} query={query} error={error} />
        <textarea
          ref={field}
          data-testid="filter-query-input"
          // The language runs from the left, whatever its names are written in; so does the line under a fault.
          dir="ltr"
          aria-label={words.query}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={options[activeIndex] && `${listId}-${activeIndex}`}
          aria-autocomplete="list"
          aria-invalid={error !== undefined && error.code !== 'maybe-term' ? true : undefined}
          aria-describedby={props.errorId}
          rows={2}
          value={query}
          maxLength={limits.filterQueryMaxLength}
          placeholder={words.example}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onScroll={({ currentTarget }) => mirror.current?.scrollTo(0, currentTarget.scrollTop)}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
          onChange={({ target }) => {
            onChange(target.value.replaceAll(/[\r\n]+/g, ' '));
            setCursor(target.selectionStart);
            setActiveIndex(-1);
            setIsClosed(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setIsClosed(true)}
          className={classNames(textStyle, 'relative bg-transparent outline-none')}
        />
      </div>
      {options.length === 0 ? null : (
        <div
          id={listId}
          role="listbox"
          aria-label={words.completions}
          className="flex flex-wrap gap-1.5"
        >
          {options.map(({ text }, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field listens to keys for all options
            <div
              key={text}
              id={`${listId}-${index}`}
              role="option"
              dir="ltr"
              data-testid="filter-completion"
              aria-selected={index === activeIndex}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => accept(text)}
              className={classNames(
                'cursor-pointer rounded-full border px-2.5 py-0.5 font-mono text-xs pointer-coarse:py-2.5',
                index === activeIndex
                  ? 'border-accent bg-accent-soft text-accent'
                  : 'border-line text-muted hover:bg-raised hover:text-text',
              )}
            >
              {text}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** The same text behind the field, unseen but for the line under what is wrong. */
function Mirror({
  mirror,
  query,
  error,
}: {
  mirror: React.Ref<HTMLDivElement>;
  query: string;
  error: FilterError | undefined;
}) {
  if (error === undefined || error.start === error.end) return null;
  const isSlip = error.code === 'maybe-term';
  return (
    <div
      ref={mirror}
      dir="ltr"
      aria-hidden="true"
      data-testid="filter-fault"
      className={classNames(textStyle, 'pointer-events-none absolute inset-0 overflow-hidden')}
    >
      <span className="text-transparent">{query.slice(0, error.start)}</span>
      <span
        data-fault={error.code}
        className={classNames(
          'text-transparent underline decoration-wavy decoration-1 underline-offset-4',
          isSlip ? 'decoration-warn' : 'decoration-danger',
        )}
      >
        {query.slice(error.start, error.end)}
      </span>
    </div>
  );
}
