import { useState } from 'react';
import { nextOccurrences, type Recurrence } from '#shared/recurrence';
import { recurrenceFromPhrase } from '#shared/recurrence-phrase';
import type { Task } from '#shared/task';
import { useRecurrenceWords } from '#client/i18n/compiled/use-recurrence-words.ts';
import { useRhythmWords } from '#client/i18n/compiled/use-rhythm-words.ts';
import { describeRhythm } from '#client/i18n/describe-rhythm.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useGrammars } from '#client/i18n/use-grammars.ts';
import { Input, Select } from '#client/ui/input.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { isShortened, readChoice, type RuleChoice, ruleOf } from './rule-choice.ts';
import { RuleFields } from './rule-fields.tsx';

type Schedule = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

const shownDates = 5;

/** How a task comes back, in words of one's own or part by part, with the dates that come of it. */
export function RecurrenceEditor({
  schedule,
  recurrence,
  dueDate,
  today,
  onChange,
}: {
  schedule: Schedule;
  recurrence: Recurrence;
  dueDate: string;
  today: string;
  onChange: (part: Partial<Schedule>) => void;
}) {
  const words = useRecurrenceWords();
  const formats = useFormats();
  const phrase = describeRhythm(recurrence, { words: useRhythmWords(), formats });
  const choice = readChoice(recurrence.rule, dueDate);
  const setRule = (next: RuleChoice) =>
    onChange({ recurrence: { ...recurrence, rule: ruleOf(next) } });
  const completedOn = dueDate < today ? today : dueDate;
  const { dueTime, timeZone } = schedule;
  const asked = { recurrence, dueDate, dueTime, timeZone, completedOn, count: shownDates };
  const dates = nextOccurrences(asked).map((date) =>
    formats.date(date, { weekday: 'short', day: 'numeric', month: 'short' }),
  );
  return (
    <div data-testid="recurrence-editor" className="flex flex-col gap-2 border-t border-line pt-3">
      <PhraseField today={today} onChange={onChange} />
      {choice === undefined ? (
        <p className="text-[0.8125rem] text-muted">
          {words.ownRule({ rule: phrase ?? recurrence.rule })}
        </p>
      ) : (
        <RuleFields choice={choice} dueDate={dueDate} onChange={setRule} />
      )}
      <Select
        aria-label={words.basis}
        value={recurrence.basis}
        onChange={({ target }) =>
          onChange({
            recurrence: {
              ...recurrence,
              basis: target.value === 'completion' ? 'completion' : 'due',
            },
          })
        }
      >
        <option value="due">{words.bases.due}</option>
        <option value="completion">{words.bases.completion}</option>
      </Select>
      <p data-testid="recurrence-preview" className="text-xs text-muted" aria-live="polite">
        {dates.length === 0
          ? words.noMore
          : words.next({ count: dates.length, dates: formats.list(dates) })}
      </p>
      {choice !== undefined && isShortened(choice) ? (
        <p className="text-xs text-muted">{words.shortened}</p>
      ) : null}
      {recurrence.basis === 'completion' ? (
        <p className="text-xs text-muted">{words.completionText}</p>
      ) : null}
      {timeZone === null || timeZone === deviceZone() ? null : (
        <p className="text-xs text-muted">
          {words.inZone({ zone: timeZone.replaceAll('_', ' ') })}
        </p>
      )}
    </div>
  );
}

/** "every 2 fridays", "every! 3 days at 9am": read when Enter is pressed or the field is left. */
function PhraseField({
  today,
  onChange,
}: {
  today: string;
  onChange: (part: Partial<Schedule>) => void;
}) {
  const words = useRecurrenceWords();
  const [phrase, setPhrase] = useState('');
  const grammars = useGrammars();
  const english = grammars.reduce((said, grammar) => grammar.inEnglish(said), phrase);
  const read = phrase.trim() === '' ? undefined : recurrenceFromPhrase({ phrase: english, today });
  const take = () => {
    if (read === undefined || read === null) return;
    const { recurrence, dueDate, dueTime } = read;
    const time = dueTime === null ? {} : { dueTime, timeZone: deviceZone() };
    onChange({ recurrence, dueDate, ...time });
    setPhrase('');
  };
  return (
    <div>
      <Input
        aria-label={words.phrase}
        data-testid="recurrence-phrase"
        placeholder={words.phrasePlaceholder}
        dir={textDirection(phrase)}
        value={phrase}
        maxLength={200}
        aria-invalid={read === null}
        onChange={({ target }) => setPhrase(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
        }}
      />
      {read === null ? <p className="pt-1 text-xs text-muted">{words.unread}</p> : null}
    </div>
  );
}

function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
