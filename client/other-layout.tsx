import { lazy } from '#client/ui/lazy.ts';
import type { LaidOutViewProps } from '#client/laid-out-view.tsx';
import {
  calendarOf,
  groupingOf,
  layoutOf,
  withCalendar,
  withGrouping,
} from '#client/view-looks.ts';

const BoardPage = lazy(async () => ({
  default: (await import('#client/tasks/board/board-page.tsx')).BoardPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('#client/tasks/calendar/calendar-page.tsx')).CalendarPage,
}));

/** A view that is no list: its board or calendar. */
export function OtherLayout({ path, onPreferences, ...page }: LaidOutViewProps) {
  const { looks, singleKeys } = page.preferences;
  const shared = { ...page, hasSingleKeys: singleKeys };
  if (layoutOf(looks, path) === 'board') {
    return (
      <BoardPage
        {...shared}
        grouping={groupingOf(looks, path)}
        onGrouping={(grouping) => onPreferences({ looks: withGrouping(looks, path, grouping) })}
      />
    );
  }
  return (
    <CalendarPage
      {...shared}
      wanted={calendarOf(looks)}
      onWanted={(part) => onPreferences({ looks: withCalendar(looks, part) })}
    />
  );
}
