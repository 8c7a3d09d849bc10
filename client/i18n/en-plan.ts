import { formatNumber, plural } from './plural.ts';

const tasks = (count: number) => plural(count, { one: 'task', other: 'tasks' });

/** Words of planning day by day. They come with the views that plan, since the other lists have no use for them. */
export const planWords = {
  plan: {
    overdue: (count: number) => `${formatNumber(count)} overdue`,
    toToday: 'Move to today',
    toOther: 'Move to another day',
    toTomorrow: 'Tomorrow',
    toNextWeek: 'Next week',
    moved: {
      today: (count: number) => `${tasks(count)} moved to today`,
      tomorrow: (count: number) => `${tasks(count)} moved to tomorrow`,
      nextWeek: (count: number) => `${tasks(count)} moved to next week`,
    },
    today: 'Today',
    tomorrow: 'Tomorrow',
    later: 'Later',
    done: 'Completed',
    count: tasks,
    addOn: (day: string) => `Add task on ${day}`,
    movedToDay: ({ title, day }: { title: string; day: string }) => `Moved ‘${title}’ to ${day}`,
  },
} as const;
