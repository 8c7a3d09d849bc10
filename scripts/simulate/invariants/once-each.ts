import type { History } from '../history.ts';
import { deviceBatches, type Invariant, logOf } from './replayed-log.ts';

/** [R3] [R4] Everything that was reported as safe is in the log exactly once, and nothing else of any device is. */
export const onceEach: Invariant = (history) => {
  const counts = new Map<string, number>();
  for (const { stamp, sameAs } of deviceBatches(history)) {
    if (sameAs === undefined) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  }
  const made = new Set(history.made.map(({ batch }) => batch.stamp));
  const kept = [
    ...history.endings
      .filter(({ userId }) => history.removedUserIds.has(userId))
      .flatMap(({ sealed }) => sealed),
    ...history.paused.flatMap(({ outbox }) => outbox),
  ];
  const sealed = new Set([...kept, ...history.evicted]);
  const missing = [...made].filter((stamp) => !counts.has(stamp) && !sealed.has(stamp));
  const doubled = [...counts].filter(([, count]) => count > 1);
  const foreign = [...counts.keys()].filter((stamp) => !made.has(stamp));
  return [
    ...missing.map((stamp) => `${stamp} was safe on disk and is in no log`),
    ...doubled.map(([stamp, count]) => `${stamp} is in the log ${count} times`),
    ...wrongRepeats(history),
    ...foreign.map((stamp) => `${stamp} is in the log and nobody made it`),
  ];
};

/** A batch that only uses up its number says where it stands, and there it stands. */
function wrongRepeats(history: History): string[] {
  const log = logOf(history);
  return deviceBatches(history).flatMap(({ stamp, sameAs }) => {
    if (sameAs === undefined) return [];
    const held = log[sameAs - 1]?.batches.some((one) => {
      return one.stamp === stamp && one.sameAs === undefined;
    });
    return held ? [] : [`${stamp} is said to stand in entry ${sameAs}, and does not`];
  });
}

/** [R3] A number of a device stands in the log once, and its numbers have no gaps. */
export const numbersInOrder: Invariant = (history) => {
  const last = new Map<string, number>();
  return deviceBatches(history).flatMap(({ deviceId, n }) => {
    const expected = (last.get(deviceId) ?? 0) + 1;
    last.set(deviceId, n);
    return n === expected ? [] : [`${deviceId} has ${n} in the log where ${expected} was due`];
  });
};
