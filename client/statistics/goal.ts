import { countWithin } from './done-tasks.ts';
import { startOfWeek } from './period.ts';

/** So many tasks the person wants to complete each day, or each week. */
export interface Goal {
  span: 'day' | 'week';
  /** 1 to `goalMax`. */
  count: number;
}

/** Nobody does more. */
export const goalMax = 999;

/** A goal as it is kept: `day 5`. */
export function writeGoal({ span, count }: Goal): string {
  return `${span} ${count}`;
}

/** The goal that was kept; undefined where there is none. */
export function readGoal(text: string | undefined): Goal | undefined {
  const match = /^(day|week) (\d{1,3})$/.exec(text ?? '');
  const count = Number(match?.[2]);
  if (match === null || count < 1) return undefined;
  return { span: match[1] === 'week' ? 'week' : 'day', count };
}

/** How many were done today, or in the week that today is in. */
export function doneTowards(
  span: Goal['span'],
  of: { counts: ReadonlyMap<number, number>; today: number; weekStart: number },
): number {
  const { counts, today } = of;
  const from = span === 'day' ? today : startOfWeek(today, of.weekStart);
  return countWithin(counts, { from, to: today + 1 });
}
