import type { GroupValue } from '#shared/group-value';
import { describeRhythm } from '#client/i18n/describe-rhythm.ts';
import { type ActivityStep, changedFields } from './activity-step.ts';
import type { Doer, Speaking } from './describe-step.ts';

/** What a step did to the dates and the repetition of a task, a sentence for each. */
export function describeSchedule(step: ActivityStep, doer: Doer, speaking: Speaking): string[] {
  const { value, was } = step;
  const { did } = speaking.words;
  const changed = new Set(changedFields(step));
  const said: string[] = [];
  if (changed.has('dueDate') || changed.has('dueTime')) {
    // A batch names the fields that it sets; the day of a time that alone changed is the one before.
    const from = was === undefined ? undefined : dueOf(was, speaking);
    const to = dueOf({ ...was, ...value }, speaking);
    if (to === undefined) said.push(did.dueCleared(doer));
    else if (from === undefined || from === to) said.push(did.dueSet({ ...doer, to }));
    else said.push(did.dueMoved({ ...doer, from, to }));
  }
  if (changed.has('startDate')) {
    const from = dayOf(was?.['startDate'], speaking);
    const to = dayOf(value['startDate'], speaking);
    if (to === undefined) said.push(did.startCleared(doer));
    else if (from === undefined) said.push(did.startSet({ ...doer, to }));
    else said.push(did.startMoved({ ...doer, from, to }));
  }
  if (changed.has('recurrence')) said.push(describeRepeat(step, doer, speaking));
  return said;
}

function describeRepeat({ value, was }: ActivityStep, doer: Doer, speaking: Speaking): string {
  const { words, rhythmWords, formats } = speaking;
  if ((value['recurrence'] ?? null) === null) return words.did.repeatCleared(doer);
  const hadOne = (was?.['recurrence'] ?? null) !== null;
  const to = describeRhythm(value['recurrence'], { words: rhythmWords, formats });
  if (to === undefined) return hadOne ? words.did.repeatChanged(doer) : words.did.repeatSet(doer);
  return hadOne
    ? words.did.repeatChangedTo({ ...doer, to })
    : words.did.repeatSetTo({ ...doer, to });
}

function dueOf({ dueDate, dueTime }: GroupValue, speaking: Speaking): string | undefined {
  const day = dayOf(dueDate, speaking);
  const isTime = typeof dueTime === 'string' && /^\d{2}:\d{2}$/.test(dueTime);
  if (!isTime) return day;
  const time = speaking.formats.time(dueTime);
  return day === undefined ? time : `${day} ${time}`;
}

/** A day as "Fri 4 Dec", with its year unless that is this one. */
function dayOf(date: unknown, { formats, year }: Speaking): string | undefined {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  return formats.date(date, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.startsWith(year) ? {} : { year: 'numeric' }),
  });
}
