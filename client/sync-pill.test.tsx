import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SyncPill } from '#client/sync-pill.tsx';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { TimingContext } from '#client/ui/timing.ts';

afterEach(cleanup);

const nowMs = 1_000_000;
const cases: [SyncStatus, string][] = [
  [{ name: 'local', waiting: 4 }, 'Saved on this device'],
  [{ name: 'syncing', waiting: 3 }, 'Syncing 3 changes'],
  [{ name: 'synced', seq: 7, waiting: 0 }, 'Synced'],
  [{ name: 'offline', waiting: 3 }, 'Offline — 3 changes waiting'],
  [{ name: 'offline', waiting: 1 }, 'Offline — 1 change waiting'],
  [{ name: 'needs-sign-in', waiting: 3 }, 'Sign in to sync 3 changes'],
  [
    { name: 'retrying', waiting: 0, retryAtMs: nowMs + 8_000 },
    'Can’t reach server — retrying in 8 s',
  ],
  [{ name: 'attention', refused: 1, waiting: 0 }, '1 change needs attention'],
  [{ name: 'getting', received: 640, total: 1204, waiting: 0 }, 'Getting your tasks 640 / 1,204'],
];

describe('the sync pill', () => {
  it.each(cases)(
    'says what %o means, and carries state and count for programs',
    (status, words) => {
      render(
        <TimingContext value={{ nowMs: () => nowMs, after: () => () => undefined }}>
          <SyncPill status={status} isCompact={false} onSyncNow={() => undefined} />
        </TimingContext>,
      );
      const pill = screen.getByTestId('sync-status');
      expect(pill.textContent).toBe(words);
      expect([pill.dataset['sync'], pill.dataset['waiting']]).toEqual([
        status.name,
        String(status.waiting),
      ]);
    },
  );
});
