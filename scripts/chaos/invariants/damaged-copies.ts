import { logOf } from '#scripts/simulate/invariants/replayed-log';
import type { ChaosInvariant } from './chaos-invariant.ts';

/**
 * [R2] [R11] A server on a damaged copy of the data refuses to start, or serves a state that once was: the entries it
 * holds are the first ones of the log. That the damaged end is missing is what a damaged disk does.
 */
export const damagedCopies: ChaosInvariant = ({ history, facts }) => {
  const log = logOf(history);
  return facts.copies.flatMap(({ name, problems, entries }) => {
    const strange = entries.find(({ commitId, hash }, index) => {
      const entry = log[index];
      return entry?.commitId !== commitId || entry.hash !== hash;
    });
    return [
      ...problems.map((problem) => `${name}: ${problem}`),
      ...(strange === undefined ? [] : [`${name}: entry ${strange.seq} is not that of the log`]),
    ];
  });
};
