import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { StoreContext } from '#client/store/store-context.ts';
import { createMemoryStore, type MemoryStore } from '#client/tasks/testing/memory-store.ts';
import { ToastProvider } from '#client/ui/toast.tsx';
import { memberId } from '#shared/ids';
import { LabelLinks } from './label-links.tsx';
import { LabelsPage } from './labels-page.tsx';

const work = '00000000-0000-4000-8000-000000000002';

function setUp({ role }: { role: 'admin' | 'viewer' | undefined }): MemoryStore {
  const store = createMemoryStore();
  const { workspaceId: home, userId } = store;
  const common = { seq: 1, stamps: { '*': '000000000001-bobsdevice' }, trashedAt: null };
  const open = (workspaceId: string, name: string, ownRole: string) => {
    store.put({ ...common, kind: 'workspace', id: workspaceId, workspaceId, name });
    const id = memberId({ workspaceId, userId });
    store.put({ ...common, kind: 'member', id, workspaceId, userId, name: 'Alice', role: ownRole });
  };
  open(home, 'Personal', 'admin');
  if (role !== undefined) open(work, 'Work', role);
  for (const workspaceId of role === undefined ? [home] : [home, work]) {
    const id = workspaceId.replace(/.$/, 'a').replace('8000-0', `8000-${workspaceId.at(-1)}`);
    const look = { name: 'errand', color: 'blue', orderKey: 'a' };
    store.put({ ...common, ...look, kind: 'label', id, workspaceId });
  }
  return store;
}

function show(store: MemoryStore, what: React.ReactNode) {
  render(
    <StoreContext value={store}>
      <ToastProvider label="Notification" listLabel={String} closeLabel="Close">
        {what}
      </ToastProvider>
    </StoreContext>,
  );
}

afterEach(cleanup);

const links = <LabelLinks countsById={new Map()} />;

it('labels of one name stand under their workspaces in the sidebar, where there are several', async () => {
  show(setUp({ role: 'admin' }), links);
  expect(screen.getAllByTestId('label-group').map(({ textContent }) => textContent)).toEqual([
    'Personalerrand',
    'Workerrand',
  ]);
});

it('with one workspace nothing is said of workspaces', () => {
  show(setUp({ role: undefined }), links);
  expect(screen.getAllByTestId('label-group').map(({ textContent }) => textContent)).toEqual([
    'errand',
  ]);
  cleanup();
  show(setUp({ role: undefined }), <LabelsPage />);
  expect(screen.queryByText('Personal')).toBeNull();
  expect(screen.queryByTestId('add-label-in')).toBeNull();
});

it('a label is made in the workspace under whose name that was asked for', async () => {
  const store = setUp({ role: 'admin' });
  show(store, <LabelsPage />);
  const rows = screen.getAllByTestId('label-rows');
  expect(rows.map((each) => within(each).getByRole('heading').textContent)).toEqual([
    'Personal',
    'Work',
  ]);
  fireEvent.click(screen.getByRole('button', { name: /New label in .*Work/ }));
  const field = await screen.findByTestId('label-name-input');
  // Only that of the same workspace would be in the way.
  fireEvent.change(field, { target: { value: 'Errand' } });
  expect(screen.getByTestId<HTMLButtonElement>('label-submit').disabled).toBe(true);
  fireEvent.change(field, { target: { value: 'call' } });
  fireEvent.click(screen.getByTestId('label-submit'));
  await expect
    .poll(() => store.batches.at(-1))
    .toMatchObject({ label: 'label.add', besideId: work });
});

it('who may only look at a workspace is offered no change of its labels', async () => {
  show(setUp({ role: 'viewer' }), <LabelsPage />);
  const [home, other] = screen.getAllByTestId('label-rows');
  if (home === undefined || other === undefined) throw new Error('two workspaces are open');
  expect(await within(home).findByTestId('label-menu')).toBeDefined();
  expect(within(home).getAllByRole('button')).toHaveLength(2);
  expect(within(other).queryAllByRole('button')).toEqual([]);
});
