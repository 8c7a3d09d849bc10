import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { classNames } from '#client/ui/class-names.ts';
import { type PeriodName, periodNames } from './period.ts';

const counts: Record<PeriodName, number> = { days7: 7, days30: 30, weeks12: 12, months12: 12 };

/** The periods side by side. */
export function PeriodSwitch({
  period,
  onPeriod,
}: {
  period: PeriodName;
  onPeriod: (period: PeriodName) => void;
}) {
  const words = useStatisticsWords();
  return (
    <div
      role="group"
      aria-label={words.period}
      className="flex rounded-control bg-raised p-0.5 md:mx-1"
    >
      {periodNames.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === period}
          data-testid={`period-${name}`}
          onClick={() => onPeriod(name)}
          className={classNames(
            'press h-7 grow rounded-[5px] px-1 text-[0.8125rem] sm:px-2.5 font-medium whitespace-nowrap pointer-coarse:h-10',
            name === period
              ? 'bg-surface text-text shadow-[0_1px_2px_oklch(0_0_0/0.12)]'
              : 'text-muted hover:text-text',
          )}
        >
          {words.periods[name]({ count: counts[name] })}
        </button>
      ))}
    </div>
  );
}
