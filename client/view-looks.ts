import type { Preferences } from '#client/settings/preferences.ts';
import type { BoardGrouping } from '#client/tasks/board/place-in-columns.ts';
import type { CalendarPreferences } from '#client/tasks/calendar/calendar-page.tsx';

/** How a view can be laid out. */
export type Layout = 'list' | 'board' | 'calendar';

/** What is remembered on this device of how views look. Names of views are their paths. */
export type Looks = Preferences['looks'];

const allBoard = '/all';

/** The layout of a view; a list where nothing, or something unknown, is remembered. */
export function layoutOf(looks: Looks, path: string): Layout {
  const held = looks[path];
  return held === 'board' || held === 'calendar' ? held : 'list';
}

/** The looks after a view was laid out anew. */
export function withLayout(looks: Looks, path: string, layout: Layout): Looks {
  return { ...looks, [path]: layout, ...(layout === 'board' ? { board: path } : {}) };
}

/** The view that was last made a board. */
export function lastBoardOf(looks: Looks): string {
  return looks['board'] ?? allBoard;
}

/** By what the board of a view has its columns; undefined where nobody said. */
export function groupingOf(looks: Looks, path: string): BoardGrouping | undefined {
  const held = looks[`${path} by`];
  return held === 'status' || held === 'section' || held === 'priority' ? held : undefined;
}

/** The looks after a board got other columns. */
export function withGrouping(looks: Looks, path: string, grouping: BoardGrouping): Looks {
  return { ...looks, [`${path} by`]: grouping };
}

/** How the calendar looks: a month with what is done, and what has no date beside it, unless the person wants otherwise. */
export function calendarOf(looks: Looks): CalendarPreferences {
  return {
    span: looks['calendar span'] === 'week' ? 'week' : 'month',
    showsDone: looks['calendar done'] !== 'hidden',
    showsSide: looks['calendar side'] !== 'hidden',
  };
}

/** The looks after the calendar was changed. */
export function withCalendar(looks: Looks, part: Partial<CalendarPreferences>): Looks {
  const { span, showsDone, showsSide } = { ...calendarOf(looks), ...part };
  return {
    ...looks,
    'calendar span': span,
    'calendar done': showsDone ? 'shown' : 'hidden',
    'calendar side': showsSide ? 'shown' : 'hidden',
  };
}
