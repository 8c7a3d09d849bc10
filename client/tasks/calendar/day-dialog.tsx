import { Plus } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { AddTask, type NewTasks } from '../add-task.tsx';
import { formatDate } from '../due-date.ts';
import { useViewsWords } from '../use-views-words.ts';
import { AgendaList, type AgendaProps } from './agenda-list.tsx';
import type { CalendarItem } from './place-on-days.ts';

/** One day: all its tasks, and a line to add another. */
export function DayDialog({
  date,
  items,
  isAdding,
  onAdding,
  onAdd,
  onClose,
  ...agenda
}: AgendaProps & {
  date: string;
  items: readonly CalendarItem[];
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
  onAdd: (tasks: NewTasks) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const words = useViewsWords().calendar;
  const title = formatDate(date, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={common.close}>
      <div data-testid="day-dialog" className="-mx-2 flex flex-col gap-1">
        {items.length === 0 && !isAdding ? (
          <p className="px-2 py-3 text-muted">{words.dayEmpty}</p>
        ) : (
          <AgendaList {...agenda} label={title} items={items} />
        )}
        {isAdding ? (
          <AddTask isOpen dueDate={date} onOpenChange={onAdding} onAdd={onAdd} />
        ) : (
          <Button
            size="small"
            look="quiet"
            data-testid="add-in-day"
            className="w-full justify-start!"
            onClick={() => onAdding(true)}
          >
            <Plus />
            {words.addOn(title)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
