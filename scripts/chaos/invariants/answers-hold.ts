import { logOf } from '#scripts/simulate/invariants/replayed-log';
import type { ChaosInvariant } from './chaos-invariant.ts';

/**
 * [R1] [R4] What any server has ever answered to a push stands in the log: that batch, at that entry, with that outcome.
 * An answer given while the disk was full, or just before the process was killed, is an answer like any other.
 */
export const answersHold: ChaosInvariant = ({ history, facts }) => {
  const logs = new Map(
    [...history.logs.keys()].map((epoch) => {
      const entries = logOf(history, epoch).flatMap(({ seq, batches }) =>
        batches.map((batch) => [`${batch.deviceId}/${batch.n}`, { seq, ...batch }] as const),
      );
      return [epoch, new Map(entries)];
    }),
  );
  return facts.answered.flatMap(({ deviceId, epoch, n, stamp, outcome, seq }) => {
    if (outcome === 'forked') return [];
    const logged = logs.get(epoch)?.get(`${deviceId}/${n}`);
    const at = `${deviceId} was told that ${n} (${stamp}) was ${outcome} at ${epoch}/${seq}`;
    if (logged === undefined) return [`${at}: it is not in the log`];
    if (logged.seq !== seq) return [`${at}: it stands at ${logged.seq}`];
    if (logged.stamp !== stamp) return [`${at}: ${logged.stamp} stands there`];
    return logged.outcome === outcome ? [] : [`${at}: the log says ${logged.outcome}`];
  });
};
