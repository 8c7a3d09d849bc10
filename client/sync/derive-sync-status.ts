import { type LaneState, type PauseReason, troubleOf } from './lane.ts';
import type { SyncFacts } from './sync-facts.ts';
import type { SyncStatus } from './sync-status.ts';

/** How long traffic must have failed before the pill says so; it is cleared at once. */
export const troubleShownAfterMs = 2_000;

/** What the pill says of one workspace at `nowMs`. Pure: the same facts and time give the same words. */
export function deriveSyncStatus(facts: SyncFacts, nowMs: number): SyncStatus {
  const { waiting } = facts;
  const lanes = [facts.push, facts.pull];
  if (isPaused(lanes, 'update-required')) return { name: 'update-required', waiting };
  if (isPaused(lanes, 'needs-sign-in')) return { name: 'needs-sign-in', waiting };
  const troubled = lanes.filter((lane) => isShown(lane, nowMs));
  if (troubled.some((lane) => troubleOf(lane)?.cause === 'unreachable')) {
    return { name: 'offline', waiting };
  }
  if (troubled.some((lane) => troubleOf(lane)?.cause === 'outdated')) {
    return { name: 'update-required', waiting };
  }
  if (troubled.length > 0) {
    return { name: 'retrying', waiting, retryAtMs: earliestRetryMs(troubled, nowMs) };
  }
  if (facts.isFirstPull && facts.pull.name === 'running') {
    return { name: 'getting', received: facts.received, total: undefined, waiting };
  }
  if (waiting > 0 || !facts.isWhole) return { name: 'syncing', waiting };
  if (facts.refused > 0) return { name: 'attention', refused: facts.refused, waiting };
  return { name: 'synced', seq: facts.seq, waiting: 0 };
}

/** When the words may change by time alone: the moment a fresh trouble becomes worth showing, ms; else undefined. */
export function nextStatusChangeMs(facts: SyncFacts, nowMs: number): number | undefined {
  const moments = [facts.push, facts.pull]
    .map(troubleOf)
    .filter((trouble) => trouble !== undefined)
    .map(({ sinceMs }) => sinceMs + troubleShownAfterMs)
    .filter((atMs) => atMs > nowMs);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function isPaused(lanes: readonly LaneState[], reason: PauseReason): boolean {
  return lanes.some((lane) => lane.name === 'paused' && lane.reason === reason);
}

function isShown(lane: LaneState, nowMs: number): boolean {
  const trouble = troubleOf(lane);
  return trouble !== undefined && nowMs - trouble.sinceMs >= troubleShownAfterMs;
}

function earliestRetryMs(lanes: readonly LaneState[], nowMs: number): number {
  const times = lanes.map((lane) => (lane.name === 'waiting' ? lane.retryAtMs : nowMs));
  return Math.min(...times);
}
