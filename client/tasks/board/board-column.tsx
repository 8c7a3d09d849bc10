import { Plus } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { Button } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useMeasuredRows } from '#client/ui/use-measured-rows.ts';
import { useDragged } from '../planner/drag-session.ts';
import type { RowEditing } from '../task-row.tsx';
import { useWaitingIds } from '../use-waiting-ids.ts';
import { BoardCardView, type CardSurroundings } from './board-card.tsx';
import { ColumnHeading } from './column-heading.tsx';
import type { BoardColumn, BoardGrouping } from './place-in-columns.ts';

const guessedCardPx = 76;
const overscan = 2;

/** One column: a labelled list of cards of which only those in sight are there, and the active one. */
export function BoardColumnView({
  column,
  name,
  note,
  grouping,
  activeIndex,
  selectedId,
  editing,
  addLine,
  nextName,
  onAdd,
  onSkip,
  ...surroundings
}: CardSurroundings & {
  column: BoardColumn;
  name: string;
  note: string | undefined;
  grouping: BoardGrouping;
  /** The active card, -1 where it is in another column. */
  activeIndex: number;
  selectedId: string | undefined;
  editing: { taskId: string; what: RowEditing } | undefined;
  /** The open line for a new task. */
  addLine: ReactNode;
  nextName: string | undefined;
  onAdd: (() => void) | undefined;
  onSkip: () => void;
}) {
  const words = useBoardWords();
  const scroller = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const { key, cards } = column;
  const keys = useMemo(() => cards.map(({ task }) => task.id), [cards]);
  const rows = useMeasuredRows({
    scroller,
    keys,
    guessedHeight: guessedCardPx,
    overscan,
    keptIndex: activeIndex,
  });
  const mayEdit = useMayDo('edit');
  const waitingIds = useWaitingIds(rows.indexes.flatMap((index) => keys[index] ?? []));
  const isOver = useDragged((drag) => drag?.over?.zone === key);
  return (
    <section
      aria-labelledby={headingId}
      data-testid="board-column"
      data-column={key}
      data-drop-zone={key}
      className={classNames(
        'flex max-h-full w-[300px] shrink-0 snap-center flex-col rounded-card bg-raised/60 max-sm:h-full max-sm:w-[calc(100vw-2rem)]',
        isOver && 'bg-accent-soft',
      )}
    >
      <button
        type="button"
        onClick={onSkip}
        className="z-10 rounded-control bg-surface px-3 py-1.5 text-[0.8125rem] not-focus:sr-only focus:m-1.5 focus:shadow-float"
      >
        {nextName === undefined ? words.skipLast : words.skip({ name: nextName })}
      </button>
      <ColumnHeading
        id={headingId}
        name={name}
        note={note}
        count={cards.length}
        columnKey={key}
        grouping={grouping}
        onAdd={onAdd}
      />
      <div
        ref={scroller}
        data-drag-scroll
        // The ring of the first and the last card needs room too.
        className="-mt-1 min-h-12 overflow-y-auto px-2 py-1 max-sm:grow"
      >
        <ul
          aria-label={words.column({ name, count: cards.length })}
          className="relative"
          style={{ height: rows.totalHeight }}
        >
          {rows.indexes.map((index) => {
            const card = cards[index];
            if (card === undefined) return null;
            const { id, title } = card.task;
            return (
              <li
                key={id}
                ref={rows.measure(id)}
                data-drop-id={id}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 pb-2"
                style={{ transform: `translateY(${rows.topOf(index)}px)` }}
              >
                <BoardCardView
                  {...surroundings}
                  card={card}
                  label={words.card({ title, position: index + 1, count: cards.length })}
                  columnKey={key}
                  editing={editing?.taskId === id ? editing.what : undefined}
                  isActive={index === activeIndex}
                  isSelected={id === selectedId}
                  isWaiting={waitingIds.has(id)}
                  isLocked={!mayEdit(card.task.workspaceId)}
                />
                <DropLine taskId={id} isSorted={!surroundings.canReorder || key === 'done'} />
              </li>
            );
          })}
        </ul>
        {cards.length === 0 && addLine === null ? (
          <p className="px-1 pb-2 text-[0.8125rem] text-muted">
            {key === 'done' ? words.emptyDone : words.empty}
          </p>
        ) : null}
      </div>
      {addLine === null ? (
        <AddButton onAdd={onAdd} />
      ) : (
        // Icons only: the column is as narrow as a phone.
        <div className="shrink-0 px-2 pb-1 [&_.max-sm\:hidden]:hidden">{addLine}</div>
      )}
    </section>
  );
}

function AddButton({ onAdd }: { onAdd: (() => void) | undefined }) {
  const { tasks: words } = useMessages();
  if (onAdd === undefined) return <div className="h-1.5 shrink-0" />;
  return (
    <div className="shrink-0 px-2 pb-2">
      <Button
        size="small"
        look="quiet"
        tabIndex={-1}
        className="w-full justify-start! px-2!"
        onClick={onAdd}
      >
        <Plus />
        {words.add}
      </Button>
    </div>
  );
}

/** Shows beside which card a dragged one would stand. */
function DropLine({ taskId, isSorted }: { taskId: string; isSorted: boolean }) {
  const side = useDragged((drag) =>
    drag?.over?.besideId === taskId && !isSorted ? drag.over.side : undefined,
  );
  if (side === undefined) return null;
  return (
    <div
      aria-hidden="true"
      className={classNames(
        'pointer-events-none absolute inset-x-1 h-0.5 rounded-full bg-accent',
        side === 'before' ? '-top-[5px]' : 'bottom-[3px]',
      )}
    />
  );
}
