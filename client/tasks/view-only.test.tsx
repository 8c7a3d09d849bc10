import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoreContext } from '#client/store/store-context.ts';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import { ToastProvider } from '#client/ui/toast.tsx';
import { memberId } from '#shared/ids';
import type { Role } from '#shared/permissions';
import { TaskListPage } from './task-list-page.tsx';
import { createMemoryStore, type MemoryStore } from './testing/memory-store.ts';

const shared = '00000000-0000-4000-8000-000000000002';
const officeId = '00000000-0000-4000-8000-00000000000f';
const homeId = '00000000-0000-4000-8000-00000000000e';
const still: Timing = { nowMs: () => Date.UTC(2026, 10, 22, 12), after: () => () => undefined };
const preferences = { density: 'comfortable', singleKeys: true } as const;
let store: MemoryStore;

beforeEach(() => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  history.replaceState(null, '', '/all');
  store = createMemoryStore();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Alice's project and tasks, and those of a workspace in which she has a role. */
async function setUp(role: Role) {
  const { userId, workspaceId: own } = store;
  const base = { seq: 1, stamps: {}, trashedAt: null };
  const id = memberId({ workspaceId: shared, userId });
  store.put({ ...base, kind: 'member', id, workspaceId: shared, userId, role });
  for (const [workspaceId, projectId, name] of [
    [own, homeId, 'Home'],
    [shared, officeId, 'Office'],
  ] as const) {
    const create = { name, orderKey: name };
    await store.commit({ label: '', changes: [{ kind: 'project', id: projectId, create }] });
    const task = { title: `In ${name}`, projectId, orderKey: name };
    await store.commit({ label: '', changes: [{ kind: 'task', id: store.newId(), create: task }] });
    for (const kind of ['project', 'task'] as const) {
      const made = store.documents(kind).at(-1);
      if (made !== undefined) store.put({ ...made, workspaceId });
    }
  }
}

function show(view: Parameters<typeof TaskListPage>[0]['view'] = { name: 'all' }) {
  render(
    <TimingContext value={still}>
      <StoreContext value={store}>
        <ToastProvider label="Notification" listLabel={String} closeLabel="Close">
          <TaskListPage
            view={view}
            title="All"
            preferences={preferences}
            onUndo={() => undefined}
          />
        </ToastProvider>
      </StoreContext>
    </TimingContext>,
  );
}

function row(title: string): HTMLElement {
  const found = screen
    .getAllByTestId('task-row')
    .find((each) => within(each).getByTestId('task-title').textContent === title);
  if (found === undefined) throw new Error(`There is no row ${title}`);
  return found;
}

const reason = 'You can only view this workspace.';

it('a task of a workspace that one may only look at is not ticked, and a press says why', async () => {
  await setUp('viewer');
  const count = store.batches.length;
  show();
  const circle = within(row('In Office')).getByTestId('task-checkbox');
  expect(circle.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(circle);
  expect(await screen.findByText(reason)).toBeDefined();
  expect(store.batches).toHaveLength(count);
  const own = within(row('In Home')).getByTestId('task-checkbox');
  expect(own.getAttribute('aria-disabled')).toBeNull();
  fireEvent.click(own);
  await expect.poll(() => store.batches.length).toBe(count + 1);
});

it('its menu and its panel offer no change, only to look', async () => {
  await setUp('commenter');
  show();
  fireEvent.click(within(row('In Office')).getByTestId('task-menu'));
  const menu = await screen.findByRole('menu');
  expect(await within(menu).findByTestId('menu-view-only')).toBeDefined();
  const items = within(menu).getAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(['Open↵', reason]);
  fireEvent.click(items[0] ?? menu);
  expect((await screen.findByTestId('task-facts-title')).textContent).toBe('In Office');
  const panel = screen.getByTestId('task-panel');
  expect(within(panel).queryByRole('textbox')).toBeNull();
  expect(within(panel).queryByTestId('add-subtask')).toBeNull();
  expect(within(panel).queryByTestId('task-project-button')).toBeNull();
});

it('no menu offers its projects to move to, and its own view no line to add a task', async () => {
  await setUp('viewer');
  const task = store.documents('task').find(({ title }) => title === 'In Home');
  history.replaceState(null, '', `/all?task=${task?.id}`);
  show();
  const button = await screen.findByTestId('task-project-button');
  fireEvent.pointerDown(button, { button: 0, ctrlKey: false, pointerType: 'mouse' });
  const menu = await screen.findByRole('menu');
  expect(await within(menu).findByText('Home')).toBeDefined();
  expect(within(menu).queryByText('Office')).toBeNull();
  cleanup();
  history.replaceState(null, '', `/project/${officeId}`);
  show({ name: 'project', projectId: officeId });
  expect(row('In Office')).toBeDefined();
  expect(screen.queryByTestId('create-task-button')).toBeNull();
  cleanup();
  show({ name: 'project', projectId: homeId });
  expect(screen.getByTestId('create-task-button')).toBeDefined();
});

it('a member is offered everything', async () => {
  await setUp('member');
  show();
  const circle = within(row('In Office')).getByTestId('task-checkbox');
  expect(circle.getAttribute('aria-disabled')).toBeNull();
  fireEvent.click(within(row('In Office')).getByTestId('task-menu'));
  const menu = await screen.findByRole('menu');
  expect(within(menu).getAllByRole('menuitem').length).toBeGreaterThan(5);
});
