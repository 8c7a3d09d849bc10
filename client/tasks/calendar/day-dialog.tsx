import { Plus } from 'lucide-react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import type { AddPlace } from '../add-place.ts';
import { AddTask } from '../add-task.tsx';
import type { Added } from '../quick-add-form.tsx';
import { AgendaList, type AgendaProps } from './agenda-list.tsx';
import type { CalendarItem } from './place-on-days.ts';

/** One day: all its tasks, and a line to add another. */
export function DayDialog({
  date,
  items,
  isAdding,
  place,
  onAdding,
  onAdded,
  onClose,
  ...agenda
}: AgendaProps & {
  date: string;
  items: readonly CalendarItem[];
  isAdding: boolean;
  place: AddPlace;
  onAdding: (isAdding: boolean) => void;
  onAdded: (added: Added) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const words = useCalendarWords();
  const formats = useFormats();
  const title = formats.date(date, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <Dialog isOpen onClose={onClose} title={title} closeLabel={common.close}>
      <div data-testid="day-dialog" className="-mx-2 flex flex-col gap-1">
        {items.length === 0 && !isAdding ? (
          <p className="px-2 py-3 text-muted">{words.dayEmpty}</p>
        ) : (
          <AgendaList {...agenda} label={title} items={items} />
        )}
        {isAdding ? (
          <AddTask isOpen place={place} onOpenChange={onAdding} onAdded={onAdded} />
        ) : (
          <Button
            size="small"
            look="quiet"
            data-testid="add-in-day"
            className="w-full justify-start!"
            onClick={() => onAdding(true)}
          >
            <Plus />
            {words.addOn({ day: title })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
