import type { QuickAddFields } from '#shared/quick-add-fields';
import type { QuickAddToken } from '#shared/quick-add-token';
import type { CaptureWords } from '#client/i18n/compiled/types/capture-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Messages } from '#client/i18n/messages.ts';
import type { Rhythm } from '#client/i18n/use-rhythm.ts';
import { durationWords } from './duration-words.ts';
import { addDays, dueWords } from './due-date.ts';

/** What chips are written with. */
export interface ChipContext {
  text: string;
  fields: QuickAddFields;
  today: string;
  messages: Messages;
  words: CaptureWords;
  rhythm: Rhythm;
  formats: Formats;
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
      const typed = context.text.slice(token.start, token.end).replaceAll(/\s+/g, ' ');
      const phrase = context.rhythm(token.recurrence) ?? typed;
      const { dueDate = null } = fields.schedule ?? {};
      return words.rhythm({ phrase, day: dayOf({ dueDate, dueTime: token.dueTime }, context) });
    }
    case 'start':
      return words.from({ day: dayOf({ dueDate: token.startDate, dueTime: null }, context) });
    case 'reminder':
      return durationWords(token.minutesBefore, words.before);
    case 'priority':
      return messages.tasks.priorities[token.priority];
    case 'label':
      return token.labelId === null ? words.newLabel({ name: token.name }) : token.name;
    case 'project':
    case 'person':
      return token.name;
    case 'estimate':
      return durationWords(token.minutes, words.takes);
  }
  return '';
}

function dayOf(
  { dueDate, dueTime }: { dueDate: string | null; dueTime: string | null },
  context: ChipContext,
): string {
  const { words, formats } = context;
  const time = dueTime === null ? '' : formats.time(dueTime);
  if (dueDate === null) return time;
  const day = dayWords(dueDate, context);
  return dueTime === null ? day : words.dayAndTime({ day, time });
}

function dayWords(dueDate: string, { today, messages, formats }: ChipContext): string {
  const { dueToday, dueTomorrow, dueYesterday } = messages.tasks;
  // A weekday alone, which stands for the days after tomorrow elsewhere, leaves open which week.
  if (dueDate > addDays(today, 1) && dueDate <= addDays(today, 6))
    return formats.date(dueDate, { weekday: 'short', day: 'numeric', month: 'short' });
  const words = { today: dueToday, tomorrow: dueTomorrow, yesterday: dueYesterday };
  return dueWords({ dueDate, dueTime: null }, { today, words, formats });
}
