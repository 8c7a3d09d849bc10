import { Check } from 'lucide-react';
import { useState } from 'react';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Button } from '#client/ui/button.tsx';
import { Card } from './card.tsx';
import { doneTowards, type Goal } from './goal.ts';
import { GoalForm } from './goal-form.tsx';

/** How far today, or this week, is on the way to what the person wants to complete. */
export function GoalCard({
  goal,
  counts,
  today,
  weekStart,
  onGoal,
}: {
  goal: Goal | undefined;
  counts: ReadonlyMap<number, number>;
  today: number;
  weekStart: number;
  onGoal: (goal: Goal | undefined) => void;
}) {
  const { goal: words } = useStatisticsWords();
  const [form, setForm] = useState<'unopened' | 'open' | 'closed'>('unopened');
  const isChanging = form === 'open';
  const change = (wanted: Goal | undefined) => {
    setForm('closed');
    onGoal(wanted);
  };
  return (
    <Card title={words.title} help={words.help} testId="card-goal">
      {isChanging ? (
        <GoalForm goal={goal} onGoal={change} onCancel={() => setForm('closed')} />
      ) : (
        <div className="flex grow items-center gap-4">
          {goal === undefined ? (
            <p className="text-[0.8125rem] text-pretty text-muted">{words.none}</p>
          ) : (
            <Progress goal={goal} done={doneTowards(goal.span, { counts, today, weekStart })} />
          )}
        </div>
      )}
      {isChanging ? null : (
        <Button
          size="small"
          className="self-start"
          data-testid="goal-change"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- takes the focus back that the form had
          autoFocus={form === 'closed'}
          onClick={() => setForm('open')}
        >
          {goal === undefined ? words.set : words.change}
        </Button>
      )}
    </Card>
  );
}

const radius = 26;
const around = 2 * Math.PI * radius;

function Progress({ goal, done }: { goal: Goal; done: number }) {
  const { goal: words } = useStatisticsWords();
  const { direction, number } = useFormats();
  const { count } = goal;
  const span = goal.span === 'day' ? 'day' : 'other';
  const isReached = done >= count;
  const share = Math.min(1, done / count);
  const state = isReached ? words.reached({ span }) : words.left({ span, left: count - done });
  const text = words.progress({ done, count });
  return (
    <>
      <div
        role="progressbar"
        aria-label={words.title}
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={Math.min(done, count)}
        aria-valuetext={`${text}. ${state}`}
        className="relative size-16 shrink-0"
      >
        <svg
          viewBox="0 0 64 64"
          aria-hidden="true"
          className={direction === 'rtl' ? '-scale-x-100' : undefined}
        >
          <circle cx="32" cy="32" r={radius} fill="none" stroke="var(--edge)" strokeWidth="1.5" />
          {share === 0 ? null : (
            <circle
              cx="32"
              cy="32"
              r={radius}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="6"
              strokeLinecap="round"
              strokeDasharray={`${share * around} ${around}`}
              transform="rotate(-90 32 32)"
            />
          )}
        </svg>
        <span className="absolute inset-0 flex items-center justify-center font-semibold tabular">
          {isReached ? <Check className="size-6 text-accent" strokeWidth={2.5} /> : number(done)}
        </span>
      </div>
      <div className="min-w-0">
        <p className="font-semibold tabular" data-testid="goal-progress">
          {text}
        </p>
        <p className="text-[0.8125rem] text-muted">{state}</p>
      </div>
    </>
  );
}
