import type { QuickAddFields } from '#shared/quick-add-fields';
import type { QuickAddToken } from '#shared/quick-add-token';
import type { Messages } from '#client/i18n/messages.ts';
import { dueWords, formatDate } from './due-date.ts';
import type { useCaptureWords } from './use-capture-words.ts';

/** What chips are written with. */
export interface ChipContext {
  text: string;
  fields: QuickAddFields;
  today: string;
  messages: Messages;
  words: ReturnType<typeof useCaptureWords>;
}

/** What a chip says: what will be stored, not what was typed. */
export function chipWords(token: QuickAddToken, context: ChipContext): string {
  const { fields, words, messages } = context;
  switch (token.kind) {
    case 'due':
      return dayOf({ dueDate: token.dueDate, dueTime: token.dueTime }, context);
    case 'time':
      return dayOf({ dueDate: fields.schedule?.dueDate ?? null, dueTime: token.dueTime }, context);
    case 'repeat': {
      const phrase = context.text.slice(token.start, token.end).replaceAll(/\s+/g, ' ');
      const { dueDate = null } = fields.schedule ?? {};
      return words.rhythm({ phrase, day: dayOf({ dueDate, dueTime: null }, context) });
    }
    case 'start':
      return words.from(dayOf({ dueDate: token.startDate, dueTime: null }, context));
    case 'reminder':
      return words.before(durationWords(token.minutesBefore, words));
    case 'priority':
      return messages.tasks.priorities[token.priority];
    case 'label':
      return token.labelId === null ? words.newLabel(token.name) : token.name;
    case 'project':
    case 'person':
      return token.name;
    case 'estimate':
      return durationWords(token.minutes, words);
  }
  return '';
}

function dayOf(
  of: { dueDate: string | null; dueTime: string | null },
  { today, messages }: ChipContext,
): string {
  const { tasks } = messages;
  const words = {
    today: tasks.dueToday,
    tomorrow: tasks.dueTomorrow,
    yesterday: tasks.dueYesterday,
  };
  const { dueDate, dueTime } = of;
  if (dueDate === null) return dueTime ?? '';
  const said = dueWords({ dueDate, dueTime: null }, { today, words });
  // A weekday alone leaves open which week.
  const isWeekday = /^\p{L}+$/u.test(said) && !Object.values(words).includes(said);
  const day = isWeekday
    ? formatDate(dueDate, { weekday: 'short', day: 'numeric', month: 'short' })
    : said;
  return dueTime === null ? day : `${day} ${dueTime}`;
}

/** Minutes as "1 h 30 min", whole days as "2 days". */
function durationWords(minutes: number, words: ChipContext['words']): string {
  if (minutes >= 1_440 && minutes % 1_440 === 0) return words.days(minutes / 1_440);
  const parts = [
    minutes >= 60 ? words.hours(Math.floor(minutes / 60)) : '',
    minutes % 60 === 0 ? '' : words.minutes(minutes % 60),
  ];
  return parts.filter((part) => part !== '').join(' ');
}
