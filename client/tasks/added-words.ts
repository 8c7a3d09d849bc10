import type { Named } from '#shared/quick-add-token';
import type { CaptureWords } from '#client/i18n/compiled/types/capture-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Messages } from '#client/i18n/messages.ts';
import type { NewTask } from './add-tasks.ts';
import { addDays, dueWords } from './due-date.ts';

/** What to say of one task that went to another project or day than the line stands for; undefined otherwise. */
export function addedWords(of: {
  tasks: readonly NewTask[];
  place: { projectId: string | null; dueDate: string | null };
  projects: readonly Named[];
  today: string;
  words: CaptureWords;
  messages: Messages;
  formats: Formats;
}): string | undefined {
  const { place, projects, today, words, messages, formats } = of;
  const [task, ...more] = of.tasks;
  if (task === undefined || more.length > 0) return undefined;
  if (task.projectId !== place.projectId && place.dueDate === null) {
    const name = projects.find(({ id }) => id === task.projectId)?.name;
    return words.addedTo({ place: name ?? messages.nav.inbox });
  }
  const { dueDate = null } = task.fields;
  if (place.dueDate === null || dueDate === null || dueDate === place.dueDate) return undefined;
  const { dueToday, dueTomorrow, dueYesterday } = messages.tasks;
  const days = { today: dueToday, tomorrow: dueTomorrow, yesterday: dueYesterday };
  const day = dueWords({ dueDate, dueTime: null }, { today, words: days, formats });
  return words.addedFor({ when: nearDay(dueDate, today), day });
}

/** How a day near today is called; `other` for any that has no name of its own. */
function nearDay(date: string, today: string): 'today' | 'tomorrow' | 'yesterday' | 'other' {
  if (date === today) return 'today';
  if (date === addDays(today, 1)) return 'tomorrow';
  return date === addDays(today, -1) ? 'yesterday' : 'other';
}
