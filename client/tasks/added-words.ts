import type { Named } from '#shared/quick-add-token';
import type { Messages } from '#client/i18n/messages.ts';
import type { NewTask } from './add-tasks.ts';
import { dueWords } from './due-date.ts';
import type { useCaptureWords } from './use-capture-words.ts';

/** What to say of one task that went to another project or day than the line stands for; undefined otherwise. */
export function addedWords(of: {
  tasks: readonly NewTask[];
  place: { projectId: string | null; dueDate: string | null };
  projects: readonly Named[];
  today: string;
  words: ReturnType<typeof useCaptureWords>;
  messages: Messages;
}): string | undefined {
  const { place, projects, today, words, messages } = of;
  const [task, ...more] = of.tasks;
  if (task === undefined || more.length > 0) return undefined;
  if (task.projectId !== place.projectId && place.dueDate === null) {
    const name = projects.find(({ id }) => id === task.projectId)?.name;
    return words.addedTo(name ?? messages.nav.inbox);
  }
  const { dueDate = null } = task.fields;
  if (place.dueDate === null || dueDate === null || dueDate === place.dueDate) return undefined;
  const { dueToday, dueTomorrow, dueYesterday } = messages.tasks;
  const days = { today: dueToday, tomorrow: dueTomorrow, yesterday: dueYesterday };
  return words.addedFor(dueWords({ dueDate, dueTime: null }, { today, words: days }));
}
