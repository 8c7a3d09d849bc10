import { type ActivityStep, changedFields } from './activity-step.ts';

/** Edits of the same thing by the same person within this time are one: who types does not write a history of letters. */
const runMs = 10 * 60 * 1000;

/** Steps, newest first, with each run of the same edit made one: from what it began with to what it came to. */
export function mergeRuns(steps: readonly ActivityStep[]): ActivityStep[] {
  const merged: { step: ActivityStep; newestMs: number }[] = [];
  for (const step of steps) {
    const last = merged.at(-1);
    const one = last === undefined ? undefined : joined(step, last.step);
    const isRun = last !== undefined && Math.abs(last.newestMs - Date.parse(step.at)) <= runMs;
    if (last !== undefined && one !== undefined && isRun) last.step = one;
    else merged.push({ step, newestMs: Date.parse(step.at) });
  }
  return merged.map(({ step }) => step);
}

/** Two neighbours as one step; undefined where they are different things, or one took the other back. */
function joined(older: ActivityStep, newer: ActivityStep): ActivityStep | undefined {
  const isSameEdit =
    older.subject === newer.subject &&
    older.userId === newer.userId &&
    older.state === newer.state &&
    older.state !== 'lost' &&
    older.subject !== 'created';
  if (!isSameEdit) return undefined;
  const value = { ...older.value, ...newer.value };
  const was =
    older.was === undefined || newer.was === undefined ? undefined : { ...newer.was, ...older.was };
  const step = { ...newer, value, was };
  return changedFields(step).length === 0 ? undefined : step;
}
