import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createListRunner, ListRunnerContext } from '#client/keys/list-runner.ts';
import { StoreContext } from '#client/store/store-context.ts';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import { ToastProvider } from '#client/ui/toast.tsx';
import { createTaskCommands } from './task-commands.ts';
import { TaskListPage } from './task-list-page.tsx';
import { createMemoryStore } from './testing/memory-store.ts';

const inbox = { projectId: null, parentId: null };
const still: Timing = { nowMs: () => Date.UTC(2026, 10, 22, 12), after: () => () => undefined };
const preferences = { density: 'comfortable', singleKeys: true } as const;

function setUp() {
  // A wide window: sidebar and list beside each other, the panel docked.
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  history.replaceState(null, '', '/dashboard');
  const store = createMemoryStore();
  const commands = createTaskCommands(store);
  const onUndo = vi.fn();
  const runner = createListRunner();
  const show = () =>
    render(
      <TimingContext value={still}>
        <StoreContext value={store}>
          <ToastProvider label="Notification" listLabel={String} closeLabel="Close">
            <ListRunnerContext value={runner}>
              <TaskListPage
                view={{ name: 'inbox' }}
                title="Inbox"
                preferences={preferences}
                onUndo={onUndo}
              />
            </ListRunnerContext>
          </ToastProvider>
        </StoreContext>
      </TimingContext>,
    );
  return { store, commands, show, onUndo, runner };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const rowTitles = () => screen.queryAllByTestId('task-title').map(({ textContent }) => textContent);

/** Writes from now on wait until the returned function is called. */
function holdWrites(store: ReturnType<typeof createMemoryStore>): () => void {
  let write = () => {};
  const onDisk = new Promise<void>((resolve) => {
    write = resolve;
  });
  const { commit } = store;
  store.commit = async (action) => {
    await onDisk;
    return commit(action);
  };
  return () => write();
}

it('a press is answered at once; the tick is shown when it is on disk, and not before', async () => {
  const { store, commands, show } = setUp();
  await commands.add({ titles: ['A'], place: inbox });
  const write = holdWrites(store);
  show();
  await waitFor(() => expect(rowTitles()).toEqual(['A']));
  fireEvent.click(screen.getByTestId('task-checkbox'));
  expect(screen.getByTestId('task-checkbox').dataset['pressed']).toBe('true');
  await act(async () => Promise.resolve());
  expect(screen.getByTestId('task-row').dataset['status']).toBe('todo');
  write();
  await waitFor(() => expect(screen.getByTestId('task-row').dataset['status']).toBe('done'));
});

it('a circle pressed twice before the first press is on disk completes the task once', async () => {
  const { store, commands, show } = setUp();
  const [id = ''] = await commands.add({ titles: ['A'], place: inbox });
  const write = holdWrites(store);
  show();
  await waitFor(() => expect(rowTitles()).toEqual(['A']));
  fireEvent.click(screen.getByTestId('task-checkbox'));
  await act(async () => Promise.resolve());
  fireEvent.click(screen.getByTestId('task-checkbox'));
  write();
  await waitFor(() => expect(screen.getByTestId('task-row').dataset['status']).toBe('done'));
  expect(store.batches).toHaveLength(2);
  // From then on it opens again.
  fireEvent.click(screen.getByTestId('task-checkbox'));
  await waitFor(() => expect(screen.getByTestId('task-row').dataset['status']).toBe('todo'));
  expect(store.current(id)?.['status']).toBe('todo');
});

it('a tick that is undone before its row has faded leaves nothing behind', async () => {
  const { store, commands, show } = setUp();
  const [id = ''] = await commands.add({ titles: ['A'], place: inbox });
  show();
  await waitFor(() => expect(rowTitles()).toEqual(['A']));
  fireEvent.click(screen.getByTestId('task-checkbox'));
  await waitFor(() => expect(screen.getByTestId('task-row').dataset['status']).toBe('done'));
  await act(async () => void (await store.undo()));
  await waitFor(() => expect(screen.getByTestId('task-row').dataset['status']).toBe('todo'));
  await act(async () => void (await commands.trash(id)));
  await waitFor(() => expect(rowTitles()).toEqual([]));
});

it('a task whose change waits for more than 3 s is marked until it is sent', async () => {
  const { store, commands, show } = setUp();
  const [late, young] = await commands.add({ titles: ['Late', 'Young'], place: inbox });
  show();
  await waitFor(() => expect(rowTitles()).toEqual(['Late', 'Young']));
  const nowMs = Date.parse(store.now());
  const since = new Map([
    [late, nowMs - 3_000],
    [young, nowMs - 2_900],
  ]);
  act(() => store.waiting.next({ isEmpty: false, since: (id) => since.get(id) }));
  const mark = await screen.findByTestId('task-waiting');
  expect(mark.textContent).toBe('Waiting to sync');
  expect(mark.closest<HTMLElement>('[data-testid=task-row]')?.dataset['taskId']).toBe(late);
  act(() => store.waiting.next({ isEmpty: true, since: () => undefined }));
  expect(screen.queryByTestId('task-waiting')).toBeNull();
});

describe('the list', () => {
  it('a task is written down with the button, shown, and the line stays open for the next', async () => {
    const { store, show } = setUp();
    show();
    fireEvent.click(screen.getByTestId('create-task-button'));
    // The form comes with the first task that is written down.
    const input = await screen.findByTestId('task-title-input', {}, { timeout: 10_000 });
    fireEvent.change(input, { target: { value: 'Pay rent' } });
    fireEvent.click(screen.getByTestId('create-task-submit'));

    await waitFor(() => expect(rowTitles()).toEqual(['Pay rent']));
    expect(store.batches).toHaveLength(1);
    expect(screen.getByTestId<HTMLInputElement>('task-title-input').value).toBe('');
  });

  it('a command from the palette is for its task alone, and for none that the list does not show', async () => {
    const { store, commands, show, runner } = setUp();
    const [first = '', second = ''] = await commands.add({ titles: ['A', 'B'], place: inbox });
    show();
    await waitFor(() => expect(rowTitles()).toEqual(['A', 'B']));

    act(() => runner.current()?.(second)?.('priority-high'));

    await waitFor(() => expect(store.current(second)?.['priority']).toBe('high'));
    expect(store.current(first)?.['priority']).toBe('none');
    expect(runner.current()?.('a task of another list')).toBeUndefined();
  });

  it('[R8] tasks with equal order keys are shown in order of their ids, and nobody re-keys them on sight (A6)', async () => {
    const { store, commands, show } = setUp();
    const [a = '', b = ''] = await commands.add({ titles: ['A', 'B'], place: inbox });
    for (const id of [b, a]) {
      const task = store.current(id);
      if (task !== undefined) store.put({ ...task, orderKey: 'a0' });
    }
    const written = store.batches.length;
    show();
    await waitFor(() => expect(rowTitles()).toEqual(['A', 'B']));
    expect(store.batches).toHaveLength(written);
  });

  it('pasted lines are shown, and become one task each, without their bullets', async () => {
    const { show } = setUp();
    show();
    fireEvent.click(screen.getByTestId('create-task-button'));
    const input = await screen.findByTestId('task-title-input');
    const clipboardData = { getData: () => '- Milk\n* [ ] Bread\r\n\n• Salt' };
    fireEvent.paste(input, { clipboardData });
    fireEvent.click(await screen.findByTestId('paste-add', {}, { timeout: 10_000 }));

    await waitFor(() => expect(rowTitles()).toEqual(['Milk', 'Bread', 'Salt']));
  });

  it('a completed task stays in sight until its row has faded, then leaves', async () => {
    const { commands, show } = setUp();
    await commands.add({ titles: ['Pay rent', 'Call Ben'], place: inbox });
    show();
    const [row] = await screen.findAllByTestId('task-row');
    fireEvent.click(within(row!).getByTestId('task-checkbox'));

    await waitFor(() =>
      expect(screen.getAllByTestId('task-row')[0]?.dataset['status']).toBe('done'),
    );
    const fading = new Event('animationend', { bubbles: true });
    Object.assign(fading, { animationName: 'row-leave' });
    act(() => void screen.getAllByTestId('task-row')[0]?.dispatchEvent(fading));

    await waitFor(() => expect(rowTitles()).toEqual(['Call Ben']));
  });

  it('[R5] a title is renamed in its row, on the stamp held when the edit began (A14)', async () => {
    const { store, commands, show } = setUp();
    const [id = ''] = await commands.add({ titles: ['Pay rent'], place: inbox });
    const base = store.baseOf(id, 'title');
    show();
    fireEvent.doubleClick(await screen.findByTestId('task-title'));
    const input = await screen.findByTestId('task-rename-input');
    fireEvent.change(input, { target: { value: 'Pay the rent' } });
    fireEvent.keyDown(input, { key: 'Enter' });

    await waitFor(() => expect(store.batches).toHaveLength(2));
    expect(store.batches[1]?.changes).toEqual([
      { kind: 'task', id, group: 'title', value: { title: 'Pay the rent' }, base },
    ]);
  });

  it('Escape ends a rename without a change', async () => {
    const { store, commands, show } = setUp();
    await commands.add({ titles: ['Pay rent'], place: inbox });
    show();
    fireEvent.doubleClick(await screen.findByTestId('task-title'));
    const input = await screen.findByTestId('task-rename-input');
    fireEvent.change(input, { target: { value: 'Something else' } });
    fireEvent.keyDown(input, { key: 'Escape' });

    await waitFor(() => expect(rowTitles()).toEqual(['Pay rent']));
    expect(store.batches).toHaveLength(1);
  });

  it('keys act on the active row: J moves, 1 sets urgent, Alt with an arrow reorders', async () => {
    const { commands, show } = setUp();
    await commands.add({ titles: ['A', 'B'], place: inbox });
    show();
    const rows = await screen.findAllByTestId('task-row');
    act(() => rows[0]?.focus());
    fireEvent.keyDown(rows[0]!, { key: 'j' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('task-row')[1]));
    fireEvent.keyDown(document.activeElement!, { key: '1' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp', altKey: true });

    await waitFor(() => expect(rowTitles()).toEqual(['B', 'A']));
    expect(within(screen.getAllByTestId('task-row')[0]!).getByText('Urgent')).toBeDefined();
  });

  it('[2.4.3] when the focused row leaves, the one that takes its place has the focus', async () => {
    const { commands, show } = setUp();
    await commands.add({ titles: ['A', 'B'], place: inbox });
    show();
    const rows = await screen.findAllByTestId('task-row');
    act(() => rows[0]?.focus());
    fireEvent.keyDown(rows[0]!, { key: '#' });

    await waitFor(() => expect(rowTitles()).toEqual(['B']));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('task-row')));
  });

  it('of 10,000 tasks at most 60 rows are mounted, and the grid says how many there are', async () => {
    const { store, show } = setUp();
    for (let index = 0; index < 10_000; index += 1) {
      const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
      const place = {
        projectId: null,
        parentId: null,
        sectionId: null,
        orderKey: `a${String(index).padStart(6, '0')}`,
      };
      const rest = {
        notes: '',
        status: 'todo',
        priority: 'none',
        labels: {},
        reminders: [],
        dueDate: null,
        startDate: null,
      };
      store.putQuietly({
        kind: 'task',
        id,
        workspaceId: store.workspaceId,
        seq: 1,
        stamps: {},
        title: id,
        ...place,
        ...rest,
        trashedAt: null,
      });
    }
    show();

    const rows = await screen.findAllByTestId('task-row');
    expect(rows.length).toBeLessThanOrEqual(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10000');
  });

  it('an empty list says what to do', async () => {
    const { show } = setUp();
    show();
    expect(await screen.findByText('All sorted')).toBeDefined();
  });
});

describe('the panel', () => {
  it('[R5] notes are saved on leaving the field, from the text the edit began with', async () => {
    const { store, commands, show } = setUp();
    const [id = ''] = await commands.add({
      titles: ['Pay rent'],
      place: inbox,
      fields: { notes: 'IBAN' },
    });
    const base = store.baseOf(id, 'notes');
    show();
    fireEvent.click(await screen.findByTestId('task-row'));
    // The notes come with the first panel that is opened.
    fireEvent.click(await screen.findByTestId('notes-toggle', {}, { timeout: 10_000 }));
    const notes = await screen.findByTestId('task-notes-input');
    act(() => notes.focus());
    fireEvent.change(notes, { target: { value: 'IBAN PT50' } });
    act(() => notes.blur());

    await waitFor(() => expect(store.batches).toHaveLength(2));
    expect(store.batches[1]?.changes).toEqual([
      { kind: 'task', id, group: 'notes', value: { notes: 'IBAN PT50' }, base, before: 'IBAN' },
    ]);
  });

  it('Space shows a task beside the list and the next one with each step, and the focus stays in the list', async () => {
    const { commands, show } = setUp();
    await commands.add({ titles: ['A', 'B'], place: inbox });
    show();
    const [first] = await screen.findAllByTestId('task-row');
    act(() => first?.focus());
    const title = async () =>
      (await screen.findByTestId<HTMLTextAreaElement>('task-panel-title', {}, { timeout: 10_000 }))
        .value;
    fireEvent.keyDown(first!, { key: ' ' });
    expect(await title()).toBe('A');
    fireEvent.keyDown(document.activeElement!, { key: 'j' });
    await waitFor(async () => expect(await title()).toBe('B'));
    const second = screen.getAllByTestId('task-row')[1];
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second!, { key: ' ' });
    await waitFor(() => expect(screen.queryByTestId('task-panel')).toBeNull());
    expect(document.activeElement).toBe(second);
    // Enter leads into it.
    fireEvent.keyDown(second!, { key: ' ' });
    fireEvent.keyDown(second!, { key: 'Enter' });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('ASIDE'));
  });

  it('a title that another device changes does not touch the one being typed', async () => {
    const { store, commands, show } = setUp();
    const [id = ''] = await commands.add({ titles: ['Pay rent'], place: inbox });
    show();
    fireEvent.click(await screen.findByTestId('task-row'));
    const title = await screen.findByTestId<HTMLTextAreaElement>('task-panel-title');
    act(() => title.focus());
    fireEvent.change(title, { target: { value: 'Pay rent today' } });
    act(() => store.put({ ...store.current(id)!, title: 'Changed by Ben' }));

    expect(title.value).toBe('Pay rent today');
  });
});
