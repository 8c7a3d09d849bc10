import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoreContext } from '#client/store/store-context.ts';
import { aliceId, createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { ToastProvider } from '#client/ui/toast.tsx';
import type { AnyDocument } from '#shared/kind-definition';
import { ConflictsPage } from './conflicts-page.tsx';
import { ConflictToasts } from './conflict-toasts.tsx';

const taskId = '018f0000-0000-7000-8000-000000000001';
const conflictId = '0c0c0c0c-0000-5000-8000-000000000001';
const notes = 'Call snake_case, then\nbuy milk.';
const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText.mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(() => {
  cleanup();
  writeText.mockReset();
});

/** Alice's notes on a task lost; the task is there, or only its tombstone. */
function setUp(task: object) {
  const store = createMemoryStore();
  const { workspaceId } = store;
  const shared = { workspaceId, stamps: { '*': '000000000000-bobsphone0' } };
  const put = (document: object) => store.put(document as AnyDocument);
  put({ kind: 'task', id: taskId, workspaceId, seq: 1, ...task });
  const loss = { documentKind: 'task', documentId: taskId, group: 'notes', value: { notes } };
  put({
    ...shared,
    ...loss,
    kind: 'conflict',
    id: conflictId,
    seq: 2,
    reason: 'purged',
    authorId: aliceId,
    createdAt: '2026-11-22T09:00:00.000Z',
    trashedAt: null,
  });
  const show = (page: 'card' | 'toast') =>
    render(
      <StoreContext value={store}>
        <ToastProvider label="Notification" listLabel={String} closeLabel="Close">
          {page === 'card' ? <ConflictsPage /> : <ConflictToasts />}
        </ToastProvider>
      </StoreContext>,
    );
  const purge = () => put({ kind: 'task', id: taskId, workspaceId, seq: 3, purged: true });
  return { store, show, purge };
}

const held = { stamps: { '*': '000000000000-bobsphone0' }, title: 'Shopping', notes: 'Theirs' };

it('[R8] what was written to a purged task is offered to be copied, whole and to the letter, and stays', async () => {
  const { store, show } = setUp({ purged: true });
  show('card');
  expect(screen.queryByTestId('conflict-use-mine')).toBeNull();
  fireEvent.click(screen.getByTestId('conflict-copy-mine'));
  expect(await screen.findByText('Copied')).toBeDefined();
  expect(writeText).toHaveBeenCalledWith(notes);
  expect(store.batches).toEqual([]);
});

it('a card whose task is purged while it is looked at offers to copy instead', async () => {
  const { show, purge } = setUp(held);
  show('card');
  expect(screen.getByTestId('conflict-use-mine')).toBeDefined();
  act(purge);
  expect(await screen.findByTestId('conflict-copy-mine')).toBeDefined();
  expect(screen.queryByTestId('conflict-use-mine')).toBeNull();
});

it('a page that may not copy says so', async () => {
  writeText.mockRejectedValue(new Error('NotAllowedError'));
  const { show } = setUp({ purged: true });
  show('card');
  fireEvent.click(screen.getByTestId('conflict-copy-mine'));
  expect(await screen.findByText(/does not allow copying/)).toBeDefined();
});

it('[R8] the message about a purged task offers to copy, not to use mine', async () => {
  const { store, show } = setUp({ purged: true });
  show('toast');
  expect(await screen.findByText(/no longer there. Your change is kept: notes/)).toBeDefined();
  fireEvent.click(screen.getByText('Copy mine'));
  expect(await screen.findByText('Copied')).toBeDefined();
  expect(writeText).toHaveBeenCalledWith(notes);
  expect(store.batches).toEqual([]);
});

it('[R8] using mine from a message about a task purged since says that it is gone, and throws nothing away', async () => {
  const { store, show, purge } = setUp(held);
  show('toast');
  const useMine = await screen.findByText('Use mine');
  act(purge);
  fireEvent.click(useMine);
  expect(await screen.findByText(/no longer there/)).toBeDefined();
  expect(store.batches).toEqual([]);
});
