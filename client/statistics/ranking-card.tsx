import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Card } from './card.tsx';
import type { Ranking } from './ranking.ts';

/** A project or a label as its line shows it. */
export interface RankedThing {
  id: string;
  name: string;
  /** More quietly behind the name, where that is not enough. */
  detail?: string | undefined;
  color: string;
  path: string;
  mark: ReactNode;
}

/** Which projects, or labels, had most of what was completed: names with their numbers, a bar below each. */
export function RankingCard({
  title,
  help,
  testId,
  ranking,
  things,
  noneWord,
  restWord,
}: {
  title: string;
  help: string;
  testId: string;
  ranking: Ranking;
  things: readonly RankedThing[];
  noneWord: string;
  restWord: (of: { count: number }) => string;
}) {
  const words = useStatisticsWords();
  const { top, rest, none } = ranking;
  const most = Math.max(1, none, rest.count, ...top.map(({ count }) => count));
  const thingsById = new Map(things.map((thing) => [thing.id, thing]));
  return (
    <Card title={title} help={help} testId={testId}>
      {top.length === 0 && none === 0 ? (
        <p className="text-[0.8125rem] text-muted">{words.nothing}</p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {top.map(({ id, count }) => {
            const thing = thingsById.get(id);
            if (thing === undefined) return null;
            return (
              <Line key={id} count={count} most={most} color={`var(--palette-${thing.color})`}>
                <Link
                  href={thing.path}
                  className="flex min-w-0 items-center gap-2 rounded-control hover:underline pointer-coarse:min-h-11"
                >
                  {thing.mark}
                  <span dir="auto" className="truncate">
                    {thing.name}
                  </span>
                  {thing.detail === undefined ? null : (
                    <span dir="auto" className="truncate text-muted">
                      {thing.detail}
                    </span>
                  )}
                </Link>
              </Line>
            );
          })}
          {rest.things === 0 ? null : (
            <Line count={rest.count} most={most}>
              <Other word={restWord({ count: rest.things })} />
            </Line>
          )}
          {none === 0 ? null : (
            <Line count={none} most={most}>
              <Other word={noneWord} />
            </Line>
          )}
        </ul>
      )}
    </Card>
  );
}

/** What has no name of its own, in line with the names above. */
function Other({ word }: { word: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2 text-muted">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0">
        <circle cx="8" cy="8" r="3.25" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
      </svg>
      {word}
    </span>
  );
}

function Line({
  count,
  most,
  color = 'var(--edge)',
  children,
}: {
  count: number;
  most: number;
  color?: string;
  children: ReactNode;
}) {
  const formats = useFormats();
  const share = (count / most) * 100;
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        {children}
        <span className="shrink-0 font-medium tabular">{formats.number(count)}</span>
      </div>
      <svg width="100%" height="6" aria-hidden="true" className="block">
        <rect width="100%" height="6" rx="3" fill="var(--raised)" />
        <rect
          x={formats.direction === 'rtl' ? `${100 - share}%` : '0'}
          width={`${share}%`}
          height="6"
          rx="3"
          fill={color}
        />
      </svg>
    </li>
  );
}
