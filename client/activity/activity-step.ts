import type { OwnBatch } from '#client/store/own-batches.ts';
import type { Conflict } from '#shared/conflict';
import type { GroupValue } from '#shared/group-value';
import type { HistoryChange, HistoryEntry } from '#shared/history-message';
import { readStamp } from '#shared/stamp';

/** One thing that somebody did to a document, wherever it is known from. */
export interface ActivityStep {
  key: string;
  userId: string;
  /** An instant: when they did it, by their corrected clock. */
  at: string;
  /** `waiting`: the server has not settled it. `lost`: another value was kept, and this one is a conflict. */
  state: 'done' | 'waiting' | 'lost';
  /** A field group such as `title` or `label/<id>`; `created` for the creation. */
  subject: string;
  value: GroupValue;
  /** What it replaced; undefined where that is not known. */
  was: GroupValue | undefined;
}

/** Fields that say nothing to a person. */
const quietFields = new Set(['completedAt', 'orderKey', 'timeZone']);

/** The steps of an entry of the server's history that say something, the last one first. */
export function stepsOfEntry(entry: HistoryEntry): ActivityStep[] {
  const { deviceId, n, userId, madeAt, changes } = entry;
  return stepsOf(changes, { key: `${deviceId}/${n}`, userId, at: madeAt, state: 'done' });
}

/** The same of a batch that this device knows itself. */
export function stepsOfOwn(batch: OwnBatch, userId: string): ActivityStep[] {
  const { deviceId, n, madeAt, isWaiting, changes } = batch;
  const state = isWaiting ? 'waiting' : 'done';
  return stepsOf(changes, { key: `${deviceId}/${n}`, userId, at: madeAt, state });
}

/** What lost, as the step it was for its author. */
export function stepOfConflict(conflict: Conflict): ActivityStep {
  const { id, authorId, stamp, group, value } = conflict;
  return {
    key: id,
    userId: authorId ?? '',
    at: new Date(readStamp(stamp).ms).toISOString(),
    state: 'lost',
    subject: group,
    value,
    was: undefined,
  };
}

/** The fields of a step that changed something a person sees. */
export function changedFields({ value, was }: Pick<ActivityStep, 'value' | 'was'>): string[] {
  return Object.keys(value).filter((name) => {
    if (quietFields.has(name)) return false;
    return was === undefined || !isSame(value[name], was[name]);
  });
}

function stepsOf(
  changes: readonly HistoryChange[],
  of: Pick<ActivityStep, 'key' | 'userId' | 'at' | 'state'>,
): ActivityStep[] {
  const steps = changes.flatMap((change, at): ActivityStep[] => {
    if ('purged' in change || change.outcome === 'unchanged' || change.outcome === 'dropped') {
      return [];
    }
    const key = `${of.key}/${at}`;
    if ('create' in change) {
      return [{ ...of, key, subject: 'created', value: change.create, was: undefined }];
    }
    const { group, value, was, outcome } = change;
    const state = outcome === 'lost' ? 'lost' : of.state;
    const step = { ...of, key, state, subject: group, value, was };
    return changedFields(step).length === 0 ? [] : [step];
  });
  return steps.reverse();
}

/** Values come from JSON, and an absent one is an empty one. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
