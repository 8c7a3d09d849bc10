import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PaletteWords } from '#client/i18n/compiled/types/palette-words.ts';
import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { BareDialog } from '#client/ui/dialog.tsx';
import {
  findEntries,
  type PaletteEntry,
  type PaletteGroup,
  type PaletteSources,
} from './palette-entries.ts';
import { PaletteHints } from './palette-hints.tsx';
import { PaletteList } from './palette-list.tsx';
import { textDirection } from '#client/ui/text-direction.ts';

/**
 * One line to find everything with: a combobox over a list, in a dialog. What is chosen runs after the dialog is gone
 * and the focus is back where it was, so that it finds the page as the person left it.
 */
export function PaletteDialog({
  sources,
  isSearch,
  found,
  onAsk,
  onChosen,
  onClose,
}: {
  sources: PaletteSources;
  /** Only things are searched, no commands. */
  isSearch: boolean;
  /** What a search beyond titles found for what `onAsk` told last. */
  found: readonly PaletteGroup[];
  /** Hears what is searched for; empty where it is a command, or a search within a label. */
  onAsk: (query: string) => void;
  onChosen: (entry: PaletteEntry) => void;
  onClose: () => void;
}) {
  const words = usePaletteWords();
  const [text, setText] = useState('');
  const [label, setLabel] = useState<PaletteEntry>();
  const [activeIndex, setActiveIndex] = useState(0);
  const chosen = useRef<PaletteEntry>(undefined);
  const listId = useId();
  const labelId = label?.labelId;
  const groups = useMemo(
    () => findEntries(sources, { text, isSearch, labelId }, found),
    [sources, text, isSearch, labelId, found],
  );
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(activeIndex, entries.length - 1)];
  const ask = (nextText: string, nextLabel: PaletteEntry | undefined) => {
    setText(nextText);
    onAsk(nextLabel === undefined && !/^[>#/]/.test(nextText) ? nextText.trim() : '');
    setLabel(nextLabel);
    setActiveIndex(0);
  };
  const choose = (entry: PaletteEntry) => {
    if (entry.labelId !== undefined) return ask('', entry);
    chosen.current = entry;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    const isPaletteKey = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (step !== undefined) setActiveIndex(stepFrom(activeIndex, step, entries.length));
    else if (event.key === 'Enter' && active !== undefined) choose(active);
    else if (event.key === 'Backspace' && text === '' && label) ask('', undefined);
    else if (isPaletteKey) onClose();
    else return;
    event.preventDefault();
  };
  const rowCalls = useSteady({
    point: (entry: PaletteEntry) => setActiveIndex(entries.indexOf(entry)),
    choose,
  });
  const placeholder = placeholderOf(words, { isSearch, label });
  return (
    <BareDialog
      title={words.title}
      onClose={onClose}
      onClosed={() => {
        if (chosen.current !== undefined) onChosen(chosen.current);
      }}
    >
      <div className="flex h-13 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4 shrink-0 text-muted" strokeWidth={1.75} aria-hidden="true" />
        {label === undefined ? null : (
          <LabelChip label={label} onClear={() => ask(text, undefined)} />
        )}
        <input
          data-testid="palette-input"
          role="combobox"
          dir={textDirection(text)}
          aria-label={placeholder}
          aria-expanded={active !== undefined}
          aria-controls={active && listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(listId, active)}
          placeholder={placeholder}
          value={text}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={({ target }) => ask(target.value, label)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 grow bg-transparent text-base outline-none"
        />
      </div>
      <div data-testid="palette-results" data-query={text} className="contents">
        <PaletteList
          listId={listId}
          groups={groups}
          contextTitle={sources.contextTitle}
          active={active}
          question={text}
          optionId={(entry) => optionId(listId, entry)}
          onPoint={rowCalls.point}
          onChoose={rowCalls.choose}
        />
      </div>
      <p role="status" className="sr-only">
        {useDeferredValue(words.results({ count: entries.length }))}
      </p>
      <PaletteHints onSign={(sign) => ask(sign, undefined)} />
    </BareDialog>
  );
}

/** The same two functions between renders, so that rows that stay need not render again; they do what the last ones would. */
function useSteady(calls: {
  point: (entry: PaletteEntry) => void;
  choose: (entry: PaletteEntry) => void;
}) {
  const latest = useRef(calls);
  useEffect(() => {
    latest.current = calls;
  });
  return useMemo(
    () => ({
      point: (entry: PaletteEntry) => latest.current.point(entry),
      choose: (entry: PaletteEntry) => latest.current.choose(entry),
    }),
    [],
  );
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** One row further, from the last to the first and back. */
function stepFrom(index: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (Math.min(index, count - 1) + step + count) % count;
}

function optionId(listId: string, { id }: PaletteEntry): string {
  return `${listId}-${id}`;
}

function placeholderOf(
  words: PaletteWords,
  of: { isSearch: boolean; label: PaletteEntry | undefined },
): string {
  if (of.label !== undefined) return words.withLabel({ name: of.label.title });
  return of.isSearch ? words.searchPlaceholder : words.placeholder;
}

/** The label that the palette is narrowed to, and the way back. */
function LabelChip({ label, onClear }: { label: PaletteEntry; onClear: () => void }) {
  const words = usePaletteWords();
  return (
    <button
      type="button"
      aria-label={words.clearLabel({ name: label.title })}
      onClick={onClear}
      className="press inline-flex h-7 max-w-40 shrink-0 items-center gap-1.5 rounded-full bg-raised px-2.5 text-xs font-medium pointer-coarse:h-11"
    >
      {label.icon}
      <span dir="auto" className="truncate">
        {label.title}
      </span>
      <X className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
    </button>
  );
}
