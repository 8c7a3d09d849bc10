import { act, cleanup, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { BehaviorSubject, type Observable } from 'rxjs';
import { afterEach, expect, it } from 'vitest';
import { useMoveFailures } from '#client/failed-moves.tsx';
import type { LiveQuery } from '#client/store/app-store.ts';
import type { FailedMove, Leaving } from '#client/store/move-record.ts';
import { StoreContext } from '#client/store/store-context.ts';
import { createMemoryStore, type MemoryStore } from '#client/tasks/testing/memory-store.ts';
import { ToastProvider } from '#client/ui/toast.tsx';
import { memberId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { buildTask } from '#shared/testing/build-task';

afterEach(cleanup);

const [rent, receipt, work] = ['1', '2', '3'].map(
  (digit) => `33333333-3333-4333-8333-00000000000${digit}`,
) as [string, string, string];

function setUp(failed: FailedMove) {
  const move: Leaving = { key: 'key', turn: 1, to: work, at: '', sources: [], failed };
  const leaving = new BehaviorSubject<readonly Leaving[]>([move]);
  const dismissed: string[] = [];
  const memory = createMemoryStore();
  const { workspaceId, userId } = memory;
  memory.put(buildTask({ id: rent, workspaceId, title: 'Rent' }));
  const trashedAt = '2026-11-22T09:00:00.000Z';
  memory.put(buildTask({ id: receipt, workspaceId, title: 'Receipt', parentId: rent, trashedAt }));
  for (const [id, name] of [
    [workspaceId, 'Mine'],
    [work, 'Office'],
  ] as const) {
    memory.put({ ...buildTask({}), kind: 'workspace', id, workspaceId: id, name });
    const memberOf = memberId({ workspaceId: id, userId });
    memory.put({ ...buildTask({}), kind: 'member', id: memberOf, workspaceId: id, role: 'admin' });
  }
  const lives = new Map<string, Observable<readonly AnyDocument[]>>();
  const store: MemoryStore = {
    ...memory,
    // One for equal queries, as the store of the app gives.
    live: <T extends AnyDocument>(query: LiveQuery) => {
      const key = JSON.stringify(query);
      const live = lives.get(key) ?? memory.live(query);
      lives.set(key, live);
      return live as Observable<readonly T[]>;
    },
    leaving,
    dismissMove: async (key) => {
      dismissed.push(key);
      leaving.next([{ ...move, failed: undefined }]);
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StoreContext value={store}>
      <ToastProvider label="Message" listLabel={() => 'Messages'} closeLabel="Close">
        {children}
      </ToastProvider>
    </StoreContext>
  );
  renderHook(() => useMoveFailures(), { wrapper });
  return { dismissed };
}

const tasks = { kind: 'task', ids: [rent, receipt] };

it.each([
  ['kept', 'The server did not let ‘Rent’ leave.'],
  ['away', 'Somebody deleted ‘Rent’ in Office'],
  ['gone', 'no longer open to you: ‘Rent’'],
] as const)('why a move failed is said: %s', async (because, words) => {
  setUp({ ...tasks, because });
  expect((await screen.findByTestId('failed-move')).textContent).toContain(words);
});

it.each([
  [true, { projectId: work, sectionId: null }],
  [false, { projectId: receipt, sectionId: null }],
  [false, { projectId: null, sectionId: null }],
])('that it can be moved again is offered where that may be: %s', async (isOffered, place) => {
  setUp({ ...tasks, because: 'refused', place });
  await screen.findByTestId('failed-move');
  await waitFor(() => expect(screen.queryByTestId('move-again') !== null).toBe(isOffered));
});

it('a refused move says what stayed where, and goes when it is answered', async () => {
  const { dismissed } = setUp({ ...tasks, because: 'refused' });
  const toast = await screen.findByTestId('failed-move');
  expect(toast.textContent).toContain('The server did not take ‘Rent’ into Office.');
  await act(async () => screen.getByText('Keep it here').click());
  expect(dismissed).toEqual(['key']);
  expect(screen.queryByTestId('failed-move')).toBeNull();
});
