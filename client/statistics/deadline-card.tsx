import { useId } from 'react';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Card } from './card.tsx';
import { HatchPattern } from './chart-ground.tsx';
import { spanText } from './duration-text.ts';
import { Swatch } from './swatch.tsx';
import type { Timeliness } from './timeliness.ts';

/** How much was completed by its deadline, and how long tasks were open. */
export function DeadlineCard({ timeliness }: { timeliness: Timeliness }) {
  const { deadlines: words } = useStatisticsWords();
  const { number } = useFormats();
  const { onTime, late, withoutDeadline, medianOpenMs } = timeliness;
  return (
    <Card title={words.title} help={words.help} testId="card-deadlines" className="lg:col-span-2">
      {onTime + late === 0 ? (
        <p className="-mt-2 text-[0.8125rem] text-muted">{words.none}</p>
      ) : (
        <OnTime onTime={onTime} late={late} />
      )}
      <dl className="flex flex-col gap-1.5 text-[0.8125rem]">
        <Line word={words.onTime} value={number(onTime)} look="full" />
        <Line word={words.late} value={number(late)} look="hatched" />
        <Line word={words.without} value={number(withoutDeadline)} />
      </dl>
      {medianOpenMs === undefined ? null : (
        <div className="mt-auto border-t border-line pt-3">
          <p className="text-[0.8125rem] text-muted">{words.open}</p>
          <p className="text-lg font-semibold tabular" data-testid="median-open">
            {spanText(medianOpenMs, words)}
          </p>
          <p className="text-xs text-pretty text-muted">{words.median}</p>
        </div>
      )}
    </Card>
  );
}

function OnTime({ onTime, late }: { onTime: number; late: number }) {
  const { deadlines: words } = useStatisticsWords();
  const { direction, percent } = useShare();
  const hatchId = useId();
  const share = (onTime / (onTime + late)) * 100;
  const [first, second] = direction === 'rtl' ? [100 - share, 0] : [0, share];
  return (
    <>
      <p className="-mt-2 text-3xl/9 font-semibold tracking-[-0.02em] tabular">
        {percent(share / 100)}
        <span className="block text-[0.8125rem]/5 font-normal tracking-normal text-muted">
          {words.share}
        </span>
      </p>
      <svg width="100%" height="12" aria-hidden="true" className="block">
        <HatchPattern id={hatchId} />
        <rect x={`${first}%`} width={`${share}%`} height="12" rx="3" fill="var(--accent)" />
        {late === 0 ? null : (
          <rect
            x={`${second}%`}
            width={`${100 - share}%`}
            height="12"
            rx="3"
            fill={`url(#${hatchId})`}
          />
        )}
      </svg>
    </>
  );
}

function useShare() {
  const { direction, locale } = useFormats();
  const format = new Intl.NumberFormat(locale, { style: 'percent' });
  return { direction, percent: (share: number) => format.format(share) };
}

function Line({ word, value, look }: { word: string; value: string; look?: 'full' | 'hatched' }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <dt className="flex items-center gap-2 text-muted">
        <Swatch look={look} />
        {word}
      </dt>
      <dd className="font-medium tabular">{value}</dd>
    </div>
  );
}
