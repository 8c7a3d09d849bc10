import type { ReactNode } from 'react';
import { useRecurrenceWords } from '#client/i18n/compiled/use-recurrence-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import { firstWeekdayIn } from '#client/i18n/first-weekday.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { Input, Select } from '#client/ui/input.tsx';
import { addDays } from './due-date.ts';
import { type MonthDay, monthDaysFor, type RuleChoice, type RuleEnd } from './rule-choice.ts';

interface PartProps {
  choice: RuleChoice;
  dueDate: string;
  onChange: (choice: RuleChoice) => void;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const freqs = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** The parts of a repetition: how often, on which days, until when. */
export function RuleFields(props: PartProps) {
  const { choice, onChange } = props;
  const words = useRecurrenceWords();
  return (
    <>
      <Row label={words.every}>
        <Input
          type="number"
          min={1}
          max={999}
          inputMode="numeric"
          aria-label={words.interval}
          data-testid="recurrence-interval"
          value={choice.interval}
          onChange={({ target }) => {
            const interval = Math.round(Number(target.value));
            if (interval >= 1 && interval <= 999) onChange({ ...choice, interval });
          }}
          className="w-16! shrink-0"
        />
        <Select
          aria-label={words.unit}
          data-testid="recurrence-unit"
          value={choice.freq}
          onChange={({ target }) => {
            const freq = freqs.find((name) => name === target.value);
            if (freq !== undefined) onChange({ ...choice, freq });
          }}
        >
          {freqs.map((freq) => (
            <option key={freq} value={freq}>
              {words.units[freq]({ count: choice.interval })}
            </option>
          ))}
        </Select>
      </Row>
      {choice.freq === 'WEEKLY' ? <Weekdays {...props} /> : null}
      {choice.freq === 'MONTHLY' || choice.freq === 'YEARLY' ? <MonthDays {...props} /> : null}
      <Ends {...props} />
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center gap-1.5">
      <span className="w-12 shrink-0 text-[0.8125rem] text-muted">{label}</span>
      {children}
    </div>
  );
}

/** The last day that is chosen cannot be taken away: every week needs one. */
function Weekdays({ choice, onChange }: PartProps) {
  const words = useRecurrenceWords();
  const formats = useFormats();
  const toggle = (weekday: number) => {
    const others = choice.weekdays.filter((day) => day !== weekday);
    const isOn = others.length < choice.weekdays.length;
    if (isOn && others.length === 0) return;
    onChange({ ...choice, weekdays: isOn ? others : [...others, weekday] });
  };
  return (
    <div role="group" aria-label={words.weekdays} className="grid grid-cols-7 gap-1">
      {[0, 1, 2, 3, 4, 5, 6].map((day) => {
        const weekday = (firstWeekdayIn(formats.locale) - 1 + day) % 7;
        const name = weekdayName(weekday, { formats, length: 'long' });
        const isOn = choice.weekdays.includes(weekday);
        return (
          <button
            key={weekday}
            type="button"
            aria-pressed={isOn}
            aria-label={name}
            title={name}
            onClick={() => toggle(weekday)}
            className={classNames(
              'press h-8 rounded-control text-xs font-medium pointer-coarse:h-11',
              isOn ? 'bg-accent text-on-accent' : 'border border-edge hover:bg-raised',
            )}
          >
            {weekdayName(weekday, { formats, length: 'narrow' })}
          </button>
        );
      })}
    </div>
  );
}

function MonthDays({ choice, dueDate, onChange }: PartProps) {
  const words = useRecurrenceWords();
  const formats = useFormats();
  const offered = monthDaysFor(dueDate);
  const key = JSON.stringify(choice.monthDay);
  const days = offered.some((day) => JSON.stringify(day) === key)
    ? offered
    : [choice.monthDay, ...offered];
  const month = formats.date(`2000-${String(choice.month).padStart(2, '0')}-01`, { month: 'long' });
  const name = (day: MonthDay): string => {
    const isYearly = choice.freq === 'YEARLY';
    const { monthDay, yearDay } = words;
    if (day.name === 'day') return isYearly ? yearDay.day({ ...day, month }) : monthDay.day(day);
    if (day.name === 'last-day') return isYearly ? yearDay.last({ month }) : monthDay.last;
    const which = ordinals[day.ordinal - 1] ?? 'other';
    const weekday = weekdayName(day.weekday, { formats, length: 'long' });
    return isYearly
      ? yearDay.weekday({ which, weekday, month })
      : monthDay.weekday({ which, weekday });
  };
  return (
    <Row label={words.on}>
      <Select
        aria-label={words.monthDays}
        data-testid="recurrence-month-day"
        value={key}
        onChange={({ target }) => {
          const monthDay = days.find((day) => JSON.stringify(day) === target.value);
          if (monthDay !== undefined) onChange({ ...choice, monthDay });
        }}
      >
        {days.map((day) => (
          <option key={JSON.stringify(day)} value={JSON.stringify(day)}>
            {name(day)}
          </option>
        ))}
      </Select>
    </Row>
  );
}

const endDefaults = (dueDate: string): Record<RuleEnd['name'], RuleEnd> => ({
  never: { name: 'never' },
  until: { name: 'until', date: addDays(dueDate, 90) },
  count: { name: 'count', count: 10 },
});

function Ends({ choice, dueDate, onChange }: PartProps) {
  const words = useRecurrenceWords();
  const { end } = choice;
  return (
    <Row label={words.ends}>
      <Select
        aria-label={words.ends}
        value={end.name}
        onChange={({ target }) => {
          const next = Object.values(endDefaults(dueDate)).find(
            ({ name }) => name === target.value,
          );
          if (next !== undefined) onChange({ ...choice, end: next });
        }}
        className={end.name === 'never' ? undefined : 'w-24! shrink-0'}
      >
        <option value="never">{words.never}</option>
        <option value="until">{words.until}</option>
        <option value="count">{words.after}</option>
      </Select>
      {end.name === 'until' ? (
        <Input
          type="date"
          aria-label={words.lastDate}
          min={dueDate}
          value={end.date}
          onChange={({ target }) => {
            const date = target.value;
            if (date >= dueDate) onChange({ ...choice, end: { name: 'until', date } });
          }}
          className="min-w-0 px-2!"
        />
      ) : null}
      {end.name === 'count' ? (
        <Input
          type="number"
          min={1}
          max={999}
          aria-label={words.times}
          value={end.count}
          onChange={({ target }) => {
            const count = Math.round(Number(target.value));
            if (count >= 1 && count <= 999) onChange({ ...choice, end: { name: 'count', count } });
          }}
        />
      ) : null}
    </Row>
  );
}

/** The name of a weekday, 0 = Monday. */
function weekdayName(
  weekday: number,
  { formats, length }: { formats: Formats; length: 'long' | 'narrow' },
): string {
  // 3 January 2000 was a Monday.
  return formats.date(`2000-01-0${weekday + 3}`, { weekday: length });
}
