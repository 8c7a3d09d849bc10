import { Circle, CircleCheck, CircleDashed, Plus } from 'lucide-react';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { IconButton } from '#client/ui/button.tsx';
import { priorities, PriorityFlag } from '../priority-flag.tsx';
import type { BoardGrouping } from './place-in-columns.ts';

/** The head of a column: what its cards share, how many there are, and a way to add one. */
export function ColumnHeading(props: {
  id: string;
  name: string;
  note: string | undefined;
  count: number;
  columnKey: string;
  grouping: BoardGrouping;
  onAdd: (() => void) | undefined;
}) {
  const { id, name, count, onAdd } = props;
  const words = useBoardWords();
  const formats = useFormats();
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 ps-2.5 pe-1 pointer-coarse:h-12">
      <ColumnMark columnKey={props.columnKey} grouping={props.grouping} />
      <h2
        id={id}
        tabIndex={-1}
        title={props.note ?? name}
        dir="auto"
        className="min-w-0 truncate text-[0.8125rem] font-semibold outline-offset-2"
      >
        {name}
      </h2>
      <span className="tabular text-xs text-muted" data-testid="column-count">
        {formats.number(count)}
      </span>
      <span className="grow" />
      {onAdd === undefined ? null : (
        <IconButton label={words.addTo({ name })} data-testid="add-to-column" onClick={onAdd}>
          <Plus />
        </IconButton>
      )}
    </div>
  );
}

function ColumnMark({ columnKey, grouping }: { columnKey: string; grouping: BoardGrouping }) {
  const priority = priorities.find((value) => value === columnKey);
  if (priority !== undefined) return <PriorityFlag priority={priority} />;
  if (grouping !== 'status') return null;
  const look = { strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (columnKey === 'done') return <CircleCheck {...look} className="size-4 shrink-0 text-ok" />;
  if (columnKey === 'todo') return <Circle {...look} className="size-4 shrink-0 text-muted" />;
  return <CircleDashed {...look} className="size-4 shrink-0 text-accent" />;
}
