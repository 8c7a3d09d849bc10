import { useMessages } from '#client/i18n/messages.ts';
import { calendarOf, withCalendar } from '#client/view-looks.ts';
import type { TaskViewsProps } from '#client/task-views.tsx';
import { CalendarPage } from '#client/tasks/calendar/calendar-page.tsx';

/** The calendar of all tasks. */
export function CalendarView({ preferences, onPreferences, ...page }: TaskViewsProps) {
  const { nav } = useMessages();
  const { looks, singleKeys } = preferences;
  return (
    <CalendarPage
      {...page}
      view={all}
      title={nav.calendar}
      hasSingleKeys={singleKeys}
      wanted={calendarOf(looks)}
      onWanted={(part) => onPreferences({ looks: withCalendar(looks, part) })}
    />
  );
}

const all = { name: 'all' } as const;
