import { Check } from 'lucide-react';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { Card } from './card.tsx';
import type { Statistics } from './compute-statistics.ts';
import { dateOfDay } from './period.ts';

/** How many days in a row something was completed, and the last seven of them. */
export function StreakCard({ statistics, today }: { statistics: Statistics; today: number }) {
  const { streak: words } = useStatisticsWords();
  const formats = useFormats();
  const { streaks, countsByDay } = statistics;
  const days = Array.from({ length: 7 }, (_, at) => today - 6 + at);
  const next = streaks.current === 0 ? words.begin : words.goOn;
  return (
    <Card title={words.title} help={words.help} testId="card-streak">
      <p className="-mt-2 text-3xl/9 font-semibold tracking-[-0.02em] tabular" data-testid="streak">
        {formats.number(streaks.current)}{' '}
        <span className="text-sm font-normal tracking-normal text-muted">
          {words.word({ count: streaks.current })}
        </span>
      </p>
      <ol aria-hidden="true" className="flex justify-between gap-1">
        {days.map((day) => (
          <li key={day} className="flex flex-col items-center gap-1">
            <span
              className={classNames(
                'flex size-6 items-center justify-center rounded-full border',
                countsByDay.has(day)
                  ? 'border-accent bg-accent text-on-accent forced-color-adjust-none'
                  : 'border-edge',
                day === today && !countsByDay.has(day) && 'border-dashed',
              )}
            >
              {countsByDay.has(day) ? <Check className="size-3.5" strokeWidth={2.5} /> : null}
            </span>
            <span className="text-[0.6875rem] text-muted">
              {formats.date(dateOfDay(day), { weekday: 'narrow' })}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-[0.8125rem] text-muted">
        {countsByDay.has(today) ? words.safe : next} {words.longest({ count: streaks.longest })}
      </p>
    </Card>
  );
}
