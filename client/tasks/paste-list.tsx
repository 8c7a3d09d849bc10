import { type KeyboardEvent, useRef, useState } from 'react';
import { quickAddFields } from '#shared/quick-add-fields';
import type { QuickAddContext, QuickAddToken } from '#shared/quick-add-token';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import type { CaptureWords } from '#client/i18n/compiled/types/capture-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useRhythm } from '#client/i18n/use-rhythm.ts';
import { classNames } from '#client/ui/class-names.ts';
import { useFixedRows } from '#client/ui/use-fixed-rows.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ChipIcon } from './chip-icon.tsx';
import { chipWords } from './chip-words.ts';
import type { PasteRow } from './paste-tasks.ts';
import type { QuickAddSources } from './use-quick-add-context.ts';

interface PasteListProps {
  count: number;
  rowAt: (index: number) => PasteRow | undefined;
  excluded: ReadonlySet<number>;
  context: QuickAddContext;
  sources: QuickAddSources;
  onToggle: (index: number) => void;
  onMakeText: (index: number, token: QuickAddToken) => void;
  /** Enter on a line: it is wanted as it stands. */
  onEnter: () => void;
}

/** The pasted lines, of which only those in sight are mounted; arrows go from one to the next, Enter adds them. */
export function PasteList(props: PasteListProps) {
  const { count, rowAt } = props;
  const words = useCaptureWords();
  const scroller = useRef<HTMLDivElement>(null);
  const isCoarse = useMediaQuery('(pointer: coarse)');
  const isNarrow = useMediaQuery('(max-width: 639px)');
  const [activeIndex, setActiveIndex] = useState(0);
  const rowHeight = isNarrow || isCoarse ? 60 : 36;
  const fixed = useFixedRows({
    scroller,
    count,
    rowHeight,
    overscan: 8,
    keptIndex: activeIndex,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      props.onEnter();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, activeIndex + step));
    fixed.scrollToIndex(next);
    setActiveIndex(next);
    // The row may only be there after the next paint.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] input`)?.focus();
    });
  };
  return (
    <div
      ref={scroller}
      className="max-h-[min(46vh,26rem)] overflow-y-auto overscroll-contain rounded-card border border-line"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its boxes hand their keys on */}
      <ul
        aria-label={words.paste.lines}
        className="relative"
        style={{ height: fixed.totalHeight }}
        onKeyDown={onKeyDown}
      >
        {fixed.indexes.map((index) => {
          const row = rowAt(index);
          return row === undefined ? null : (
            <Row
              key={index}
              {...props}
              row={row}
              index={index}
              top={index * rowHeight}
              height={rowHeight}
              isActive={index === activeIndex}
              onActive={() => setActiveIndex(index)}
            />
          );
        })}
      </ul>
    </div>
  );
}

function Row({
  row,
  count,
  index,
  top,
  height,
  isActive,
  excluded,
  onActive,
  onToggle,
  ...rest
}: PasteListProps & {
  row: PasteRow;
  index: number;
  top: number;
  height: number;
  isActive: boolean;
  onActive: () => void;
}) {
  const { paste } = useCaptureWords();
  const isIncluded = !excluded.has(index);
  return (
    <li
      data-testid="paste-row"
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={classNames(
        'absolute inset-x-0 flex items-center gap-2.5 px-3 max-sm:flex-wrap max-sm:content-center max-sm:gap-y-0.5',
        !isIncluded && 'opacity-60',
      )}
      style={{ top, height, paddingInlineStart: `${0.75 + row.depth * 1.25}rem` }}
    >
      <label className="flex min-h-6 min-w-0 items-center gap-2.5">
        <input
          type="checkbox"
          checked={isIncluded}
          tabIndex={isActive ? 0 : -1}
          aria-label={nameOf(row, paste)}
          onFocus={onActive}
          onChange={() => onToggle(index)}
          className="size-4 shrink-0 accent-accent"
        />
        <span
          dir="auto"
          className={classNames('truncate', row.isDone && 'text-muted line-through')}
        >
          {row.title}
        </span>
      </label>
      <RowChips {...rest} row={row} index={index} isActive={isActive} />
    </li>
  );
}

function nameOf({ title, depth, isDone }: PasteRow, words: CaptureWords['paste']): string {
  const state = isDone ? 'done' : 'other';
  if (depth === 0) return words.include({ title, state });
  return words.includeUnder({ title, level: depth + 1, state });
}

function RowChips({
  row,
  index,
  isActive,
  context,
  sources,
  onMakeText,
}: Pick<PasteListProps, 'context' | 'sources' | 'onMakeText'> & {
  row: PasteRow;
  index: number;
  isActive: boolean;
}) {
  const words = useCaptureWords();
  const rhythm = useRhythm();
  const messages = useMessages();
  const formats = useFormats();
  const { text, tokens } = row;
  const fields = quickAddFields(tokens, context);
  const speaking = { messages, words, rhythm, formats };
  const describe = (token: QuickAddToken) =>
    chipWords(token, { ...speaking, text, fields, today: context.today });
  if (tokens.length === 0) return null;
  return (
    <span className="ms-auto flex shrink-0 items-center gap-1 max-sm:ms-6.5 max-sm:w-full max-sm:overflow-hidden">
      {tokens.map((token) => (
        <button
          key={`${token.kind} ${token.start}`}
          type="button"
          data-testid="paste-chip"
          tabIndex={isActive ? 0 : -1}
          aria-label={words.makeText({ kind: words.kinds[token.kind], words: describe(token) })}
          onClick={() => onMakeText(index, token)}
          className="press inline-flex h-6 max-w-40 min-w-0 items-center gap-1.5 rounded-full bg-accent-soft px-2 text-xs hover:bg-raised [&>svg]:size-3 [&>svg]:shrink-0"
        >
          <ChipIcon token={token} sources={sources} />
          <span dir="auto" className="tabular truncate">
            {describe(token)}
          </span>
        </button>
      ))}
    </span>
  );
}
