import { logOf } from '#scripts/simulate/invariants/replayed-log';
import type { ChaosInvariant } from './chaos-invariant.ts';

/** [R3] What a page has shown as saved is on its device, or in the log: a row on the screen is a promise. */
export const paintedTitles: ChaosInvariant = ({ history, facts }) => {
  const made = history.made.map(({ batch }) => JSON.stringify(batch.changes));
  const logged = logOf(history).map(({ body }) => body);
  const all = [...made, ...logged].join('\n');
  return facts.painted
    .filter(({ title }) => !all.includes(JSON.stringify(title)))
    .map(({ device, title }) => `${device} has shown "${title}", which is nowhere`);
};
