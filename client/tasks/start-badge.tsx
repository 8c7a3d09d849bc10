import { CalendarArrowUp } from 'lucide-react';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useDatesWords } from '#client/i18n/compiled/use-dates-words.ts';
import { Badge } from '#client/ui/badge.tsx';
import { dueWords, fullDate } from './due-date.ts';

/** From when a task is to be done. */
export function StartBadge({ startDate, today }: { startDate: string; today: string }) {
  const words = useDatesWords();
  const { tasks } = useMessages();
  const formats = useFormats();
  const dayWords = {
    today: tasks.dueToday,
    tomorrow: tasks.dueTomorrow,
    yesterday: tasks.dueYesterday,
  };
  const when = dueWords({ dueDate: startDate, dueTime: null }, { today, words: dayWords, formats });
  const say = startDate > today ? words.starts : words.started;
  return (
    <Badge icon={<CalendarArrowUp />} title={say({ when: fullDate(startDate, formats) })}>
      {say({ when })}
    </Badge>
  );
}
