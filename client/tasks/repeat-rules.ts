import type { Task } from '#shared/task';

/** The repetitions to choose from, by name; rules of RFC 5545. */
export const repeatRules: Record<string, string> = {
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
};

/** The name of a task's repetition: `none`, one of `repeatRules`, or `custom` for a rule of its own. */
export function repeatName(recurrence: Task['recurrence']): string {
  if (recurrence === null) return 'none';
  const found = Object.entries(repeatRules).find(([, rule]) => isSameRule(rule, recurrence.rule));
  return found?.[0] ?? 'custom';
}

/** Next occurrences carry defaults written out (the weekday of a weekly rule, the day of a monthly one). */
function isSameRule(rule: string, held: string): boolean {
  const plain = held.replace(/;(INTERVAL=1|WKST=MO)(?=;|$)/g, '');
  if (plain === rule) return true;
  const isOneDay =
    /^FREQ=(WEEKLY;BYDAY=[A-Z]{2}|MONTHLY;BYMONTHDAY=\d+|YEARLY;BYMONTH=\d+;BYMONTHDAY=\d+)$/;
  return isOneDay.test(plain) && plain.startsWith(`${rule};`);
}
