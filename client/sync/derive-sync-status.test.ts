import { expect, test } from 'vitest';
import { combineSyncStatuses } from './combine-sync-statuses.ts';
import { deriveSyncStatus, nextStatusChangeMs } from './derive-sync-status.ts';
import type { LaneState, TroubleCause } from './lane.ts';
import type { SyncFacts } from './sync-facts.ts';

const idle: LaneState = { name: 'idle' };
const running: LaneState = { name: 'running', trouble: undefined };

function facts(of: Partial<SyncFacts>): SyncFacts {
  return {
    waiting: 0,
    refused: 0,
    seq: 9,
    isWhole: true,
    isFirstPull: false,
    received: 0,
    push: idle,
    pull: idle,
    ...of,
  };
}

function waitingSince(sinceMs: number, cause: TroubleCause): LaneState {
  return { name: 'waiting', trouble: { cause, sinceMs, attempt: 1 }, retryAtMs: sinceMs + 500 };
}

test('nothing waits and the documents are whole: synced, also while a pull looks for news', () => {
  expect(deriveSyncStatus(facts({}), 0)).toEqual({ name: 'synced', seq: 9, waiting: 0 });
  expect(deriveSyncStatus(facts({ pull: running }), 0).name).toBe('synced');
});

test('unsettled batches or an unfinished pull: syncing', () => {
  expect(deriveSyncStatus(facts({ waiting: 3 }), 0)).toEqual({ name: 'syncing', waiting: 3 });
  expect(deriveSyncStatus(facts({ isWhole: false, pull: running }), 0).name).toBe('syncing');
});

test('the first pull says how much has come', () => {
  const first = facts({ isFirstPull: true, isWhole: false, received: 2_000, pull: running });
  expect(deriveSyncStatus(first, 0)).toMatchObject({ name: 'getting', received: 2_000 });
});

test('offline is said after two seconds of failed traffic, not before', () => {
  const failing = facts({ waiting: 1, push: waitingSince(1_000, 'unreachable') });
  expect(deriveSyncStatus(failing, 2_999).name).toBe('syncing');
  expect(nextStatusChangeMs(failing, 2_999)).toBe(3_000);
  expect(deriveSyncStatus(failing, 3_000)).toEqual({ name: 'offline', waiting: 1 });
  expect(nextStatusChangeMs(failing, 3_000)).toBeUndefined();
});

test('a server that asks for patience is retrying, with the time of the next attempt', () => {
  const busy = facts({ waiting: 1, push: waitingSince(1_000, 'busy') });
  expect(deriveSyncStatus(busy, 4_000)).toEqual({ name: 'retrying', waiting: 1, retryAtMs: 1_500 });
});

test('[R13] what only a newer build may send is said to need the update, while it is tried on', () => {
  const failing = facts({ waiting: 2, push: waitingSince(0, 'outdated') });
  expect(deriveSyncStatus(failing, 1_000).name).toBe('syncing');
  expect(deriveSyncStatus(failing, 5_000)).toEqual({ name: 'update-required', waiting: 2 });
});

test('[R12] an expired session is said before anything else but a needed update', () => {
  const pull: LaneState = { name: 'paused', reason: 'needs-sign-in' };
  const push: LaneState = { name: 'paused', reason: 'update-required' };
  expect(deriveSyncStatus(facts({ waiting: 12, pull }), 0)).toEqual({
    name: 'needs-sign-in',
    waiting: 12,
  });
  expect(deriveSyncStatus(facts({ pull, push }), 0).name).toBe('update-required');
});

test('refused batches need attention once nothing else is going on', () => {
  expect(deriveSyncStatus(facts({ refused: 2 }), 0)).toEqual({
    name: 'attention',
    refused: 2,
    waiting: 0,
  });
});

test('several workspaces: the most pressing one speaks and waiting changes add up', () => {
  const combined = combineSyncStatuses([
    { name: 'synced', seq: 4, waiting: 0 },
    { name: 'syncing', waiting: 2 },
    { name: 'offline', waiting: 3 },
  ]);
  expect(combined).toEqual({ name: 'offline', waiting: 5 });
  expect(combineSyncStatuses([])).toEqual({ name: 'local', waiting: 0 });
});
