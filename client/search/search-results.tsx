import { Circle, CircleCheck, Cloud, MessageSquare, StickyNote, Trash2 } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { useFixedRows } from '#client/ui/use-fixed-rows.ts';
import type { Excerpt } from '#shared/excerpt';

/** One line of the results: a heading, or a task with what was found in it. */
export type ResultLine =
  | { name: 'heading'; group: keyof typeof icons; count: number }
  | {
      name: 'task';
      taskId: string;
      group: keyof typeof icons;
      title: Excerpt;
      excerpt: Excerpt | undefined;
      detail: string;
    };

const icons = {
  open: Circle,
  done: CircleCheck,
  notes: StickyNote,
  comments: MessageSquare,
  trash: Trash2,
  server: Cloud,
} as const;
const rowHeight = 56;
const overscan = 6;

/** The results under their headings; only rows in sight are there. The focus stays in the field, which names the active one. */
export function SearchResults({
  listId,
  lines,
  activeId,
  more,
  onOpen,
}: {
  listId: string;
  lines: readonly ResultLine[];
  activeId: string | undefined;
  /** What stands behind the last one. */
  more: ReactNode;
  onOpen: (taskId: string) => void;
}) {
  const words = useFindWords();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const activeIndex = lines.findIndex((line) => line.name === 'task' && line.taskId === activeId);
  const { indexes, totalHeight, scrollToIndex } = useFixedRows({
    scroller,
    count: lines.length,
    rowHeight,
    overscan,
    keptIndex: activeIndex,
  });
  useScrollTo(activeIndex, scrollToIndex, scroller);
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto pb-24">
      <div
        id={listId}
        role="listbox"
        aria-label={words.title}
        tabIndex={-1}
        className="relative mx-auto max-w-[760px] outline-none"
        style={{ height: totalHeight }}
      >
        {indexes.map((index) => {
          const line = lines[index];
          if (line === undefined) return null;
          const isHeading = line.name === 'heading';
          return (
            <div
              key={isHeading ? line.group : `${line.group}-${line.taskId}`}
              role="presentation"
              className="absolute inset-x-2 top-0 sm:inset-x-4"
              style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
            >
              {isHeading ? (
                <p
                  role="presentation"
                  className="mx-2 flex h-full items-end gap-2 border-b border-line pb-2 text-[0.8125rem] font-semibold sm:mx-[26px]"
                >
                  {words.groups[line.group]}
                  <span className="tabular text-xs font-normal text-muted">
                    {formats.number(line.count)}
                  </span>
                </p>
              ) : (
                <Result
                  id={`${listId}-${line.taskId}`}
                  line={line}
                  isActive={index === activeIndex}
                  onOpen={onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
      {more}
    </div>
  );
}

function useScrollTo(
  index: number,
  scrollToIndex: (index: number) => void,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const latest = useRef(scrollToIndex);
  useEffect(() => {
    latest.current = scrollToIndex;
  });
  useEffect(() => {
    // With the first row its heading is to be seen too.
    if (index === 1) scroller.current?.scrollTo({ top: 0 });
    else if (index >= 0) latest.current(index);
  }, [index, scroller]);
}

function Result({
  id,
  line,
  isActive,
  onOpen,
}: {
  id: string;
  line: Extract<ResultLine, { name: 'task' }>;
  isActive: boolean;
  onOpen: (taskId: string) => void;
}) {
  const Icon = icons[line.group];
  const isClosed = line.group === 'done' || line.group === 'trash';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field listens to keys for all rows
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      data-testid="search-result"
      data-group={line.group}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(line.taskId)}
      className={classNames(
        'flex h-full cursor-pointer items-center gap-3 rounded-control px-2 sm:px-[26px]',
        isActive ? 'bg-accent-soft' : 'hover:bg-raised/70',
      )}
    >
      <Icon
        className={classNames('size-4 shrink-0', isActive ? 'text-accent' : 'text-muted')}
        strokeWidth={1.75}
        aria-hidden="true"
      />
      <span className="flex min-w-0 grow flex-col">
        <span dir="auto" className={classNames('truncate', isClosed && 'text-muted')}>
          <Marked excerpt={line.title} />
        </span>
        <span dir="auto" className="truncate text-xs text-muted">
          {line.excerpt === undefined ? line.detail : <Marked excerpt={line.excerpt} />}
        </span>
      </span>
    </div>
  );
}

/** Text with what matches in it. */
function Marked({ excerpt: { text, ranges } }: { excerpt: Excerpt }) {
  const parts = ranges.map(([start, end], index) => {
    const plain = text.slice(ranges[index - 1]?.[1] ?? 0, start);
    return (
      <span key={start}>
        {plain}
        <mark className="rounded-[2px] bg-accent-soft font-medium text-accent">
          {text.slice(start, end)}
        </mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
