import { useMessages } from '#client/i18n/messages.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { calendarOf, withCalendar } from '#client/view-looks.ts';
import { CalendarPage } from '#client/tasks/calendar/calendar-page.tsx';

/** The calendar of all tasks. */
export function CalendarView({
  preferences,
  onPreferences,
  onUndo,
}: {
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
  onUndo: () => void;
}) {
  const { nav } = useMessages();
  const { looks, singleKeys } = preferences;
  return (
    <CalendarPage
      view={all}
      title={nav.calendar}
      hasSingleKeys={singleKeys}
      wanted={calendarOf(looks)}
      onWanted={(part) => onPreferences({ looks: withCalendar(looks, part) })}
      onUndo={onUndo}
    />
  );
}

const all = { name: 'all' } as const;
