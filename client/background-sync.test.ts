import { BehaviorSubject } from 'rxjs';
import { beforeEach, expect, test } from 'vitest';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { watchUnsent } from './background-sync.ts';

let status$: BehaviorSubject<SyncStatus>;
let asked: number;
let leave: () => void;

beforeEach(() => {
  status$ = new BehaviorSubject<SyncStatus>({ name: 'synced', seq: 1, waiting: 0 });
  asked = 0;
  watchUnsent({
    status$,
    onHidden: (run) => {
      leave = run;
      return () => undefined;
    },
    ask: async () => {
      asked += 1;
    },
  });
});

test('the browser is asked once each time that the network fails while something waits', () => {
  status$.next({ name: 'offline', waiting: 0 });
  expect(asked).toBe(0);
  status$.next({ name: 'offline', waiting: 1 });
  status$.next({ name: 'offline', waiting: 2 });
  expect(asked).toBe(1);
  status$.next({ name: 'synced', seq: 2, waiting: 0 });
  status$.next({ name: 'retrying', waiting: 1, retryAtMs: 0 });
  expect(asked).toBe(2);
});

test('the browser is asked when a page is left with something that waits, and can be sent', () => {
  leave();
  status$.next({ name: 'needs-sign-in', waiting: 1 });
  leave();
  status$.next({ name: 'update-required', waiting: 1 });
  leave();
  expect(asked).toBe(0);
  status$.next({ name: 'syncing', waiting: 1 });
  leave();
  expect(asked).toBe(1);
});
