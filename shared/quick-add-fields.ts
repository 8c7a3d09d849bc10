import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import { limits } from './limits.ts';
import type { QuickAddContext, QuickAddToken, QuickAddValue } from './quick-add-token.ts';
import { firstOccurrence } from './recurrence.ts';
import type { Task } from './task.ts';

/** What tokens set of a new task; what no token names is left out, so that the defaults of the place stand. */
export interface QuickAddFields {
  schedule?: Pick<Task, 'startDate' | 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;
  priority?: Task['priority'];
  estimateMinutes?: number;
  reminders?: { minutesBefore: number }[];
  projectId?: string;
  sectionId?: string | null;
  labelIds: readonly string[];
  /** Names of labels that there are not yet; none twice, upper and lower case alike. */
  newLabels: readonly string[];
  assigneeIds: readonly string[];
}

type ValueOf<K extends QuickAddValue['kind']> = Extract<QuickAddValue, { kind: K }>;

/**
 * Puts tokens together: of a date and a repetition the first day of the rule from that date on; a time alone is on
 * `defaultDate`, else today if it is still ahead, else tomorrow.
 */
export function quickAddFields(
  tokens: readonly QuickAddToken[],
  context: QuickAddContext & { defaultDate?: string | null },
): QuickAddFields {
  const all = <K extends QuickAddValue['kind']>(kind: K) =>
    tokens.filter((token): token is QuickAddToken & ValueOf<K> => token.kind === kind);
  const [priority] = all('priority');
  const [estimate] = all('estimate');
  const [reminder] = all('reminder');
  const [project] = all('project');
  const schedule = scheduleOf(
    { due: all('due')[0], time: all('time')[0], repeat: all('repeat')[0], start: all('start')[0] },
    context,
  );
  const labels = all('label');
  const labelIds = labels.flatMap(({ labelId }) => labelId ?? []);
  const fresh = labels.filter(({ labelId }) => labelId === null);
  const namesByFolded = new Map(fresh.map(({ name }) => [name.toLowerCase(), name]));
  return {
    ...(schedule && { schedule }),
    ...(priority && { priority: priority.priority }),
    ...(estimate && { estimateMinutes: estimate.minutes }),
    ...(reminder && { reminders: [{ minutesBefore: reminder.minutesBefore }] }),
    ...(project && { projectId: project.projectId, sectionId: project.sectionId }),
    labelIds: [...new Set(labelIds)].slice(0, limits.labelsPerTaskMax),
    newLabels: [...namesByFolded.values()].slice(
      0,
      Math.max(0, limits.labelsPerTaskMax - labelIds.length),
    ),
    assigneeIds: [...new Set(all('person').map(({ userId }) => userId))].slice(
      0,
      limits.assigneesPerTaskMax,
    ),
  };
}

interface ScheduleTokens {
  due: ValueOf<'due'> | undefined;
  time: ValueOf<'time'> | undefined;
  repeat: ValueOf<'repeat'> | undefined;
  start: ValueOf<'start'> | undefined;
}

function scheduleOf(
  of: ScheduleTokens,
  context: QuickAddContext & { defaultDate?: string | null },
): QuickAddFields['schedule'] {
  if (Object.values(of).every((token) => token === undefined)) return undefined;
  const dueTime = of.due?.dueTime ?? of.repeat?.dueTime ?? of.time?.dueTime ?? null;
  const dueDate = of.repeat
    ? repeatedDate(of.repeat, { from: of.due?.dueDate, dueTime, context })
    : (of.due?.dueDate ?? dateOfTime(dueTime, context));
  return {
    startDate: of.start?.startDate ?? null,
    dueDate,
    dueTime,
    timeZone: dueTime === null ? null : (context.timeZone ?? null),
    recurrence: of.repeat?.recurrence ?? null,
  };
}

/** The first day of the rule: from the date that is named beside it, else a day whose time is still ahead. */
function repeatedDate(
  repeat: ValueOf<'repeat'>,
  of: { from: string | undefined; dueTime: string | null; context: QuickAddContext },
): string {
  const { from, dueTime, context } = of;
  const isOver = repeat.dueDate === context.today && isPast(dueTime, context);
  const start = from ?? (isOver ? dayAfter(repeat.dueDate) : undefined);
  if (start === undefined) return repeat.dueDate;
  return firstOccurrence({ rule: repeat.recurrence.rule, from: start }) ?? repeat.dueDate;
}

function dateOfTime(
  dueTime: string | null,
  context: QuickAddContext & { defaultDate?: string | null },
): string | null {
  const { today, defaultDate = null } = context;
  if (dueTime === null) return defaultDate;
  if (defaultDate !== null && defaultDate !== today) return defaultDate;
  return isPast(dueTime, context) ? dayAfter(today) : today;
}

function isPast(time: string | null, { now }: QuickAddContext): boolean {
  return time !== null && now !== undefined && time <= now;
}

function dayAfter(date: string): string {
  const parsed = parseCivilDate(date);
  return parsed === undefined ? date : formatCivilDate(fromDayNumber(toDayNumber(parsed) + 1));
}
