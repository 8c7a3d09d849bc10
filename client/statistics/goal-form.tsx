import { type FormEvent, useState } from 'react';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { Button } from '#client/ui/button.tsx';
import { Input, Select } from '#client/ui/input.tsx';
import { type Goal, goalMax } from './goal.ts';

const usual: Goal = { span: 'day', count: 5 };

/** Sets a goal, changes it, or takes it away. */
export function GoalForm({
  goal,
  onGoal,
  onCancel,
}: {
  goal: Goal | undefined;
  onGoal: (goal: Goal | undefined) => void;
  onCancel: () => void;
}) {
  const { goal: words } = useStatisticsWords();
  const [span, setSpan] = useState((goal ?? usual).span);
  const [typed, setTyped] = useState(String((goal ?? usual).count));
  const save = (event: FormEvent) => {
    event.preventDefault();
    // The field itself asks for a whole number within its bounds before it lets this happen.
    onGoal({ span, count: Math.min(Math.max(Math.trunc(Number(typed)), 1), goalMax) });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of Escape in its fields
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      className="flex flex-col gap-3"
    >
      <div className="flex gap-2">
        <Input
          type="number"
          aria-label={words.count}
          data-testid="goal-count"
          className="w-20!"
          min={1}
          max={goalMax}
          step={1}
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          aria-label={words.span}
          data-testid="goal-span"
          value={span}
          onChange={({ target }) => setSpan(target.value === 'week' ? 'week' : 'day')}
        >
          <option value="day">{words.spans.day}</option>
          <option value="week">{words.spans.week}</option>
        </Select>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" data-testid="goal-save">
          {words.save}
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        {goal === undefined ? null : (
          <Button
            size="small"
            look="quiet"
            data-testid="goal-remove"
            onClick={() => onGoal(undefined)}
          >
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
