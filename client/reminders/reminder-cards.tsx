import { BellRing, Check, Clock, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useReminderCardsWords } from '#client/i18n/compiled/use-reminder-cards-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { Menu, MenuItem } from '#client/ui/menu.tsx';
import { TimeAgo } from '#client/ui/time-ago.tsx';
import type { OpenReminder } from './reminder-book.ts';
import type { Snooze } from './reminder-commands.ts';
import { type ReminderPage, useReminders } from './use-reminders.ts';

/** What can be done with a reminder; each takes it off the screen. */
export interface ReminderActions {
  onDone: (taskId: string) => void;
  onSnooze: (taskId: string, snooze: Snooze) => void;
  onOpen: (taskId: string) => void;
  /** Tells the system about it, where the page is not looked at and the person allowed it. */
  onCome: (reminder: { taskId: string; title: string; atMs: number }) => void;
}

/** The reminders that have come, over whatever is on the screen, until each was answered. */
export function ReminderCards({ page, actions }: { page: ReminderPage; actions: ReminderActions }) {
  const words = useReminderCardsWords();
  const formats = useFormats();
  const store = useStore();
  const reminders = useReminders(page);
  const { onCome } = actions;
  const titled = useMemo(
    () => reminders.open.map((reminder) => ({ reminder, title: titleOf(reminder.taskId) })),
    // oxlint-disable-next-line react/exhaustive-deps -- the title is that of the moment the reminder came
    [reminders.open, store],
  );
  useEffect(() => {
    for (const { reminder, title } of titled) {
      const { taskId, atMs, isLate } = reminder;
      if (!isLate) onCome({ taskId, title, atMs });
    }
  }, [titled, onCome]);
  const [first] = titled;
  const heading = headingOf(reminders.open, words);
  const titles = formats.list(titled.map(({ title }) => formats.text(title)));
  const spoken = first === undefined ? '' : words.spoken({ heading, titles });
  return (
    <>
      <div role="alert" className="sr-only">
        {spoken}
      </div>
      {first === undefined ? null : (
        <section
          aria-label={words.region}
          data-testid="reminders"
          className="fixed inset-x-2 top-[calc(env(safe-area-inset-top)+0.5rem)] z-50 mx-auto flex max-h-[60dvh] max-w-md animate-rise-in flex-col overflow-hidden rounded-card border border-line bg-surface shadow-float sm:start-auto sm:end-4 sm:mx-0 sm:w-96"
        >
          <h2 className="flex items-center gap-2 px-4 pt-3 pb-1 text-[0.8125rem] font-medium text-muted">
            <BellRing className="size-4 text-accent" aria-hidden="true" />
            {heading}
          </h2>
          <ul className="min-h-0 overflow-y-auto">
            {titled.map(({ reminder, title }) => (
              <ReminderRow
                key={`${reminder.taskId}@${reminder.atMs}`}
                reminder={reminder}
                title={title}
                actions={actions}
                onClose={() => reminders.close([reminder])}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );

  function titleOf(taskId: string): string {
    const title = store.current(taskId)?.['title'];
    return typeof title === 'string' ? title : '';
  }
}

/** One that comes now is no list; those that came while nobody looked say so. */
function headingOf(
  open: readonly OpenReminder[],
  words: ReturnType<typeof useReminderCardsWords>,
): string {
  const count = open.length;
  if (open.every(({ isLate }) => isLate)) return words.missed({ count });
  return count === 1 ? words.one : words.several({ count });
}

function ReminderRow({
  reminder,
  title,
  actions,
  onClose,
}: {
  reminder: OpenReminder;
  title: string;
  actions: ReminderActions;
  onClose: () => void;
}) {
  const words = useReminderCardsWords();
  const formats = useFormats();
  const { taskId } = reminder;
  const snoozeWords: Record<Snooze, string> = {
    'ten-minutes': words.snoozes.minutes({ count: 10 }),
    hour: words.snoozes.hour,
    tomorrow: words.snoozes.tomorrow({ time: formats.time('09:00') }),
  };
  const answer = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <li
      data-testid="reminder"
      className="flex flex-col gap-2 px-4 py-2 not-last:border-b not-last:border-line"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <p dir="auto" className="line-clamp-2 font-medium wrap-anywhere">
            {title}
          </p>
          <p className="text-xs text-muted">
            <TimeAgo at={new Date(reminder.atMs).toISOString()} formats={formats} />
          </p>
        </div>
        <IconButton
          label={words.dismiss({ title })}
          onClick={onClose}
          data-testid="reminder-dismiss"
        >
          <X />
        </IconButton>
      </div>
      <div className="flex flex-wrap gap-1.5 pb-1">
        <Button
          size="small"
          look="primary"
          data-testid="reminder-done"
          onClick={answer(() => actions.onDone(taskId))}
        >
          <Check />
          {words.done}
        </Button>
        <Menu
          label={words.snooze}
          trigger={
            <Button size="small" data-testid="reminder-snooze">
              <Clock />
              {words.snooze}
            </Button>
          }
        >
          {snoozes.map((snooze) => (
            <MenuItem
              key={snooze}
              testId={`snooze-${snooze}`}
              onSelect={answer(() => actions.onSnooze(taskId, snooze))}
            >
              {snoozeWords[snooze]}
            </MenuItem>
          ))}
        </Menu>
        <Button
          size="small"
          look="quiet"
          data-testid="reminder-open"
          onClick={answer(() => actions.onOpen(taskId))}
        >
          {words.open}
        </Button>
      </div>
    </li>
  );
}

const snoozes = ['ten-minutes', 'hour', 'tomorrow'] as const satisfies readonly Snooze[];
