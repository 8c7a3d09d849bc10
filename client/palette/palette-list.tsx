import { memo, useEffect, useRef } from 'react';
import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { classNames } from '#client/ui/class-names.ts';
import { Kbd } from '#client/ui/kbd.tsx';
import type { PaletteEntry, PaletteGroup } from './palette-entries.ts';

/** The rows under their headings; the focus stays in the field, which names the active row. */
export function PaletteList({
  listId,
  groups,
  contextTitle,
  active,
  question,
  optionId,
  onPoint,
  onChoose,
}: {
  listId: string;
  groups: readonly PaletteGroup[];
  contextTitle: string;
  active: PaletteEntry | undefined;
  question: string;
  optionId: (entry: PaletteEntry) => string;
  onPoint: (entry: PaletteEntry) => void;
  onChoose: (entry: PaletteEntry) => void;
}) {
  const words = usePaletteWords();
  const list = useRef<HTMLDivElement>(null);
  const activeId = active && optionId(active);
  const isFirst = active === groups[0]?.entries[0];
  useEffect(() => {
    if (activeId === undefined) return;
    // With the first row its heading is to be seen too.
    if (isFirst) list.current?.scrollTo({ top: 0 });
    else document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId, isFirst]);
  // A list box without options would be none.
  if (groups.length === 0) return <Nothing question={question} />;
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={words.title}
      tabIndex={-1}
      className="min-h-0 grow scroll-py-1.5 overflow-y-auto overscroll-contain p-1.5 outline-none"
    >
      {groups.map(({ name, entries }) => (
        <div key={name} role="group" aria-labelledby={`${listId}-${name}`} className="pb-1">
          <p
            id={`${listId}-${name}`}
            className="truncate px-2.5 pt-2 pb-1 text-xs font-medium text-muted"
          >
            {name === 'context' ? words.task({ title: contextTitle }) : words.groups[name]}
          </p>
          {entries.map((entry) => (
            <Row
              key={entry.id}
              id={optionId(entry)}
              entry={entry}
              isActive={entry === active}
              onPoint={onPoint}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const Row = memo(function Row({
  id,
  entry,
  isActive,
  onPoint,
  onChoose,
}: {
  id: string;
  entry: PaletteEntry;
  isActive: boolean;
  onPoint: (entry: PaletteEntry) => void;
  onChoose: (entry: PaletteEntry) => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field listens to keys for all rows
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      data-testid="palette-row"
      // Not on enter: rows that move under a resting pointer must not take the choice.
      onMouseMove={() => (isActive ? undefined : onPoint(entry))}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
      className={classNames(
        // Rows beyond the edge need no place and no paint at each letter.
        'flex h-9 cursor-default [contain-intrinsic-size:auto_36px] [content-visibility:auto] select-none items-center gap-2.5 rounded-control px-2.5 pointer-coarse:h-11',
        isActive ? 'bg-accent-soft' : undefined,
      )}
    >
      <span
        className={classNames(
          'contents [&>svg]:size-4 [&>svg]:shrink-0',
          isActive ? 'text-accent' : 'text-muted',
        )}
      >
        {entry.icon}
      </span>
      <span dir="auto" className="min-w-0 truncate">
        {entry.title}
      </span>
      {entry.detail === undefined ? null : (
        <span
          dir="auto"
          className="ms-auto min-w-[25%] max-w-[60%] shrink truncate text-end text-xs text-muted"
        >
          {entry.detail}
        </span>
      )}
      {entry.detail === undefined ? <span className="grow" /> : null}
      {entry.keys === undefined ? null : (
        <span className="pointer-coarse:hidden">
          <Kbd keys={entry.keys} />
        </span>
      )}
    </div>
  );
});

function Nothing({ question }: { question: string }) {
  const words = usePaletteWords();
  const query = question.trim();
  return (
    <p className="px-2.5 py-8 text-center text-muted">
      {query === '' ? words.nothingYet : words.nothing({ query })}
    </p>
  );
}
