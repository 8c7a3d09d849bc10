import { limits } from '#shared/limits';
import { readStamp } from '#shared/stamp';
import { type Invariant, logOf, tasksOf } from './replayed-log.ts';

/** [R8] A completed recurring task has one successor, however many devices completed it. */
export const oneSuccessor: Invariant = (history) => {
  const seen = new Set<string>();
  const changes = logOf(history)
    .flatMap(({ batches }) => batches)
    .flatMap((batch) => batch.changes);
  return changes.flatMap((change) => {
    const { id } = change;
    // What was purged may be made again once its tombstone is gone too: nothing is left that would know of it.
    if ('purged' in change) seen.delete(id);
    if (!('created' in change) || !change.created) return [];
    if (seen.has(id)) return [`${id} was created twice`];
    seen.add(id);
    return [];
  });
};

/** [R8] No task is its own ancestor, and none lies deeper than the limit. */
export const noCycles: Invariant = (history) => {
  const tasks = new Map(tasksOf(history).map((task) => [task.id, task]));
  return [...tasks.keys()].flatMap((id) => {
    let depth = 0;
    let parentId = tasks.get(id)?.['parentId'];
    while (typeof parentId === 'string' && depth <= limits.subtaskDepthMax) {
      depth += 1;
      parentId = tasks.get(parentId)?.['parentId'];
    }
    return depth > limits.subtaskDepthMax ? [`${id} lies in a cycle or too deep`] : [];
  });
};

/** [R6] No stamp in the log is later than the commit that stored it, and no commit later than any server clock. */
export const clocksHeld: Invariant = (history) =>
  logOf(history).flatMap((entry) => {
    const problems: string[] = [];
    if (entry.atMs > history.latestClockMs) problems.push(`${entry.seq} is later than every clock`);
    for (const { id, ...document } of entry.documents) {
      const stamps = 'stamps' in document ? Object.values(document.stamps) : [];
      const late = stamps.filter((stamp) => readStamp(stamp).ms > entry.atMs);
      problems.push(...late.map((stamp) => `${entry.seq}: ${id} holds ${stamp} of the future`));
    }
    return problems;
  });
