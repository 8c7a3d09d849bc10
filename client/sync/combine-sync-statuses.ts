import type { SyncStatus } from './sync-status.ts';

/** From what the person must know first to what needs no word. */
const order: readonly SyncStatus['name'][] = [
  'update-required',
  'needs-sign-in',
  'offline',
  'retrying',
  'getting',
  'syncing',
  'attention',
  'synced',
  'local',
];

/**
 * One status for all open workspaces: the most pressing one speaks, waiting and refused changes are added up.
 * `local` when there is none.
 */
export function combineSyncStatuses(statuses: readonly SyncStatus[]): SyncStatus {
  const [first] = statuses.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  if (first === undefined) return { name: 'local', waiting: 0 };
  const waiting = sum(statuses, (status) => status.waiting);
  switch (first.name) {
    case 'synced':
      return { ...first, seq: Math.max(...statuses.map((status) => seqOf(status))) };
    case 'attention':
      return { ...first, waiting, refused: sum(statuses, refusedOf) };
    case 'getting':
      return { ...first, waiting, received: sum(statuses, receivedOf) };
    default:
      return { ...first, waiting };
  }
}

function sum(statuses: readonly SyncStatus[], count: (status: SyncStatus) => number): number {
  return statuses.reduce((total, status) => total + count(status), 0);
}

function seqOf(status: SyncStatus): number {
  return status.name === 'synced' ? status.seq : 0;
}

function refusedOf(status: SyncStatus): number {
  return status.name === 'attention' ? status.refused : 0;
}

function receivedOf(status: SyncStatus): number {
  return status.name === 'getting' ? status.received : 0;
}
