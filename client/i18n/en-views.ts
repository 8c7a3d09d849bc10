import { formatNumber, plural } from './plural.ts';

const tasks = (count: number) => plural(count, { one: 'task', other: 'tasks' });

/** Words of the board and the calendar. They come with those views, since the lists have no use for them. */
export const viewsWords = {
  layout: {
    label: 'View as',
    list: 'List',
    board: 'Board',
    calendar: 'Calendar',
    showAs: { list: 'Show as list', board: 'Show as board', calendar: 'Show as calendar' },
  },
  board: {
    groupBy: 'Group by',
    groupings: { status: 'Status', section: 'Section', priority: 'Priority' },
    columns: 'Columns',
    states: { todo: 'To do', in_progress: 'In progress', done: 'Done' },
    noSection: 'No section',
    doneNote: 'Done in the last 30 days',
    doneTodayNote: 'Done today',
    column: ({ name, count }: { name: string; count: number }) => `${name}, ${tasks(count)}`,
    card: ({ title, position, count }: { title: string; position: number; count: number }) =>
      `${title}, ${formatNumber(position)} of ${formatNumber(count)}`,
    add: 'Add task',
    addTo: (name: string) => `Add task to ${name}`,
    empty: 'No tasks',
    emptyDone: 'Nothing done yet',
    skip: (name: string) => `Skip to ${name}`,
    skipLast: 'Skip past the columns',
    moveTo: 'Move to column',
    moveToColumn: (name: string) => `Move to ‘${name}’`,
    keys: 'Arrow keys move between the cards; with Alt they move the card.',
    subtasks: ({ done, total }: { done: number; total: number }) =>
      `${formatNumber(done)} of ${formatNumber(total)} subtasks done`,
    hasNotes: 'Has notes',
    comments: (count: number) => plural(count, { one: 'comment', other: 'comments' }),
    lifted: ({ title, column }: { title: string; column: string }) =>
      `Lifted ‘${title}’ from ${column}. Let go over a column, or press Escape.`,
    over: (name: string) => `Over ${name}`,
    cancelled: (title: string) => `Cancelled. ‘${title}’ is where it was.`,
    moved: (move: { title: string; column: string; position: number; count: number }) =>
      `Moved ‘${move.title}’ to ${move.column}, ${formatNumber(move.position)} of ${formatNumber(move.count)}`,
  },
  calendar: {
    title: 'Calendar',
    span: 'Time shown',
    month: 'Month',
    week: 'Week',
    previous: { month: 'Previous month', week: 'Previous week' },
    next: { month: 'Next month', week: 'Next week' },
    today: 'Today',
    showDone: 'Show completed',
    hideDone: 'Hide completed',
    showSide: 'Show overdue and unscheduled',
    hideSide: 'Hide overdue and unscheduled',
    more: (count: number) => `+${formatNumber(count)} more`,
    day: ({ day, count }: { day: string; count: number }) =>
      count === 0 ? day : `${day}, ${tasks(count)}`,
    allDay: 'All day',
    overdue: 'Overdue',
    overdueToToday: 'Move to today',
    unscheduled: 'Unscheduled',
    unscheduledText: 'Drag a task to a day.',
    noneUnscheduled: 'Every open task has a date.',
    dayEmpty: 'Nothing on this day.',
    addOn: (day: string) => `Add task on ${day}`,
    moveTo: 'Move to …',
    ghost: (title: string) => `${title}, will repeat`,
    ghostMark: 'Will repeat',
    repeats: 'Repeats',
    keys: 'Arrow keys move by day and week, Page Up and Page Down by month, Enter opens a day.',
    lifted: (title: string) => `Lifted ‘${title}’. Let go over a day, or press Escape.`,
    over: (day: string) => `Over ${day}`,
    cancelled: (title: string) => `Cancelled. ‘${title}’ is where it was.`,
    moved: ({ title, day }: { title: string; day: string }) => `Moved ‘${title}’ to ${day}`,
    movedOne: ({ title, day }: { title: string; day: string }) =>
      `Moved ‘${title}’ to ${day}. Only this one: it repeats as before.`,
    at: ({ day, time }: { day: string; time: string }) => `${day} at ${time}`,
    planned: (count: number) => (count === 0 ? 'Nothing planned' : tasks(count)),
  },
} as const;
