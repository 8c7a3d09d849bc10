import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { limits } from '#shared/limits';
import type { QuickAddToken } from '#shared/quick-add-token';
import { useMessages } from '#client/i18n/messages.ts';
import { textDirection } from '#client/ui/text-direction.ts';
import { QuickAddSuggestions } from './quick-add-suggestions.tsx';
import { isComplete, type Suggestion, suggestingAt, suggestionsFor } from './suggest.ts';
import type { QuickAddLine } from './use-quick-add.ts';

/** Keys that the line has no use for itself, while no names are suggested. */
export interface FieldKeys {
  onSubmit: (event: { isShifted: boolean }) => void;
  onEscape: () => void;
  /** To the first chip. */
  onDown: () => void;
}

/**
 * The line, with its tokens marked under the text, and names suggested behind `#`, `/`, `+` and `@`: a combobox whose
 * list is open only while a name is being typed. Enter completes a name that is begun, and adds otherwise.
 */
export function QuickAddField({
  line,
  input,
  placeholder,
  keys,
  onPaste,
}: {
  line: QuickAddLine;
  input: RefObject<HTMLInputElement | null>;
  placeholder: string;
  keys: FieldKeys;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
}) {
  const { tasks: words } = useMessages();
  const listId = useId();
  const names = useSuggesting(line, input);
  const { suggestions, active } = names;
  const isOpen = suggestions.length > 0;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (names.onKey(event.key)) event.preventDefault();
    else if (event.key === 'Enter') keys.onSubmit({ isShifted: event.shiftKey });
    else if (event.key === 'Escape') keys.onEscape();
    else if (event.key === 'ArrowDown' && line.tokens.length > 0) keys.onDown();
    else return;
    event.preventDefault();
    // An open dialog would close by the same key.
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <Marks text={line.text} tokens={line.tokens} input={input} />
      <input
        ref={input}
        data-testid="task-title-input"
        data-own-escape=""
        role="combobox"
        aria-label={words.title}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
        placeholder={placeholder}
        value={line.text}
        dir={textDirection(line.text)}
        maxLength={limits.titleMaxLength}
        enterKeyHint="done"
        autoComplete="off"
        onChange={({ target }) => {
          line.setText(target.value);
          names.moveTo(target.selectionStart ?? target.value.length, target.value);
        }}
        onSelect={({ currentTarget }) => names.moveTo(currentTarget.selectionStart ?? 0, line.text)}
        onBlur={names.close}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        className="relative h-9 w-full min-w-0 bg-transparent px-2 text-base outline-none sm:text-sm"
      />
      {isOpen ? (
        <QuickAddSuggestions
          listId={listId}
          sign={names.sign}
          suggestions={suggestions}
          active={active}
          onChoose={names.choose}
          onPoint={names.point}
        />
      ) : null}
    </div>
  );
}

/** Which names are suggested for what is being typed, and which of them is active. */
function useSuggesting(line: QuickAddLine, input: RefObject<HTMLInputElement | null>) {
  const [caret, setCaret] = useState<number>();
  const [closedAt, setClosedAt] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const caretAfter = useRef<number>(undefined);
  useLayoutEffect(() => {
    const position = caretAfter.current;
    caretAfter.current = undefined;
    if (position !== undefined) input.current?.setSelectionRange(position, position);
  });
  const { text, asText, sources } = line;
  const typed = caret === undefined ? undefined : suggestingAt(text, { caret, asText });
  const suggesting = typed?.start === closedAt ? undefined : typed;
  const suggestions = suggesting === undefined ? [] : suggestionsFor(suggesting, sources);
  const first = suggesting === undefined || isComplete(suggesting, suggestions) ? undefined : 0;
  const active = suggestions.length === 0 ? undefined : (pointed ?? first);
  const close = () => setClosedAt(suggesting?.start);
  const choose = ({ name, isNew }: Suggestion) => {
    if (suggesting === undefined) return;
    const { sign, start, query } = suggesting;
    if (isNew && sign !== '#') line.addProject(name);
    const before = `${text.slice(0, start)}${sign}${name} `;
    line.setText(before + text.slice(start + query.length + 1).trimStart());
    caretAfter.current = before.length;
    moveTo(before.length, before);
    input.current?.focus();
  };
  const moveTo = (position: number, typedText: string) => {
    if (position !== caret) setPointed(undefined);
    const next = suggestingAt(typedText, { caret: position, asText });
    if (next?.start !== closedAt) setClosedAt(undefined);
    setCaret(position);
  };
  const onKey = (key: string): boolean => {
    const count = suggestions.length;
    if (count === 0) return false;
    const chosen = active === undefined ? undefined : suggestions[active];
    const completed = chosen ?? (suggesting?.query === '' ? undefined : suggestions[0]);
    if (key === 'ArrowDown') setPointed(active === undefined ? 0 : (active + 1) % count);
    else if (key === 'ArrowUp') setPointed(((active ?? 0) - 1 + count) % count);
    else if (key === 'Escape') close();
    else if (key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (key === 'Tab' && completed !== undefined) choose(completed);
    else return false;
    return true;
  };
  return {
    sign: suggesting?.sign ?? '#',
    suggestions,
    active,
    close,
    choose,
    moveTo,
    onKey,
    point: setPointed,
  };
}

/** The same text under the field, unseen but for its marks; it scrolls along. */
function Marks({
  text,
  tokens,
  input,
}: {
  text: string;
  tokens: readonly QuickAddToken[];
  input: RefObject<HTMLInputElement | null>;
}) {
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const field = input.current;
    const follow = () => {
      if (marks.current === null || field?.value !== text) return;
      marks.current.scrollLeft = field.scrollLeft;
    };
    follow();
    const events = ['scroll', 'select', 'keyup', 'pointerup'] as const;
    for (const name of events) field?.addEventListener(name, follow);
    return () => {
      for (const name of events) field?.removeEventListener(name, follow);
    };
  }, [input, text]);
  if (tokens.length === 0) return null;
  return (
    <div
      ref={marks}
      aria-hidden="true"
      dir="auto"
      data-testid="quick-add-marks"
      className="pointer-events-none absolute inset-0 overflow-hidden px-2 text-base leading-9 whitespace-pre text-transparent sm:text-sm sm:leading-9 pointer-coarse:text-base pointer-coarse:leading-9"
    >
      {segmentsOf(text, tokens).map(({ start, end, isToken }) =>
        isToken ? (
          <mark
            key={start}
            className="rounded-[4px] bg-accent-soft text-transparent shadow-[0_0_0_1px_var(--color-accent-soft)]"
          >
            {text.slice(start, end)}
          </mark>
        ) : (
          <span key={start}>{text.slice(start, end)}</span>
        ),
      )}
    </div>
  );
}

function segmentsOf(text: string, tokens: readonly QuickAddToken[]) {
  const segments: { start: number; end: number; isToken: boolean }[] = [];
  let position = 0;
  for (const { start, end } of tokens) {
    if (start > position) segments.push({ start: position, end: start, isToken: false });
    segments.push({ start, end, isToken: true });
    position = end;
  }
  if (position < text.length) segments.push({ start: position, end: text.length, isToken: false });
  return segments;
}
