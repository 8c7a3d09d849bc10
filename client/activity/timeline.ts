import type { OwnBatch } from '#client/store/own-batches.ts';
import type { Conflict } from '#shared/conflict';
import { type ActivityStep, stepOfConflict, stepsOfEntry, stepsOfOwn } from './activity-step.ts';
import type { HistoryState } from './history-feed.ts';
import { mergeRuns } from './merge-runs.ts';

/** What is known of a document's history from all sides. */
export interface TimelineSources {
  history: Pick<HistoryState, 'entries' | 'next'>;
  own: readonly OwnBatch[];
  conflicts: readonly Conflict[];
  userId: string;
}

/**
 * The steps to show, newest first: what this device has not sent, then what the log holds in the order of the log, with
 * what lost in its place. Before the server was reached, what this device sent stands in for the log.
 */
export function timelineOf(sources: TimelineSources): ActivityStep[] {
  const { history, own, userId } = sources;
  const { entries, next } = history;
  const logged = new Set(entries.map(({ deviceId, n }) => `${deviceId}/${n}`));
  const mine = own.filter(({ deviceId, n }) => !logged.has(`${deviceId}/${n}`));
  const waiting = mine.filter(({ isWaiting }) => isWaiting);
  const sent = next === undefined ? mine.filter(({ isWaiting }) => !isWaiting) : [];
  const known = [
    ...entries.map((entry) => ({ at: entry.at, steps: stepsOfEntry(entry) })),
    ...sent.map((batch) => ({ at: batch.madeAt, steps: stepsOfOwn(batch, userId) })),
  ];
  const ordered = [...known, ...lostBeside(known, sources)].toSorted(latestFirst);
  return mergeRuns([
    ...waiting.flatMap((batch) => stepsOfOwn(batch, userId)),
    ...ordered.flatMap(({ steps }) => steps),
  ]);
}

interface Moment {
  at: string;
  steps: ActivityStep[];
}

/** Conflicts that no step tells of yet, as far back as the history was read. */
function lostBeside(known: readonly Moment[], { history, conflicts }: TimelineSources): Moment[] {
  const told = new Set(known.flatMap(({ steps }) => steps.map(nameOf)));
  const oldest = typeof history.next === 'number' ? (history.entries.at(-1)?.at ?? '') : '';
  return conflicts
    .filter(({ createdAt }) => createdAt >= oldest)
    .map((conflict) => ({ at: conflict.createdAt, steps: [stepOfConflict(conflict)] }))
    .filter(({ steps }) => steps.every((step) => !told.has(nameOf(step))));
}

function nameOf({ userId, at, subject, state }: ActivityStep): string {
  return `${userId} ${at} ${subject} ${state}`;
}

function latestFirst(a: Moment, b: Moment): number {
  if (a.at === b.at) return 0;
  return a.at < b.at ? 1 : -1;
}
