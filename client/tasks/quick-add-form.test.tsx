import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StoreContext } from '#client/store/store-context.ts';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import { inboxPlace, placeOf } from './add-place.ts';
import { QuickAddForm } from './quick-add-form.tsx';
import { createMemoryStore } from './testing/memory-store.ts';

/** Noon of a Sunday. */
const noon = new Date(2026, 10, 22, 12).getTime();
const still: Timing = { nowMs: () => noon, after: () => () => undefined };

function setUp(place = inboxPlace) {
  const store = createMemoryStore();
  const onAdded = vi.fn();
  const onClose = vi.fn();
  const show = () =>
    render(
      <TimingContext value={still}>
        <StoreContext value={store}>
          <QuickAddForm place={place} onAdded={onAdded} onClose={onClose} />
        </StoreContext>
      </TimingContext>,
    );
  return { store, show, onAdded, onClose };
}

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const field = () => screen.getByTestId<HTMLInputElement>('task-title-input');
const chips = () => screen.queryAllByTestId('quick-add-chip').map(({ textContent }) => textContent);
const options = () =>
  screen.queryAllByTestId('quick-add-suggestion').map(({ textContent }) => textContent);

function type(text: string): void {
  fireEvent.change(field(), { target: { value: text, selectionStart: text.length } });
}

describe('the line for a new task', () => {
  it('shows what it reads, marks its words, and stores what the chips say', async () => {
    const { store, show, onAdded } = setUp();
    show();
    type('Pay rent tomorrow 9am !1 #flat');
    expect(chips()).toEqual(['Tomorrow 09:00', 'Urgent', 'flat (new)']);
    expect(screen.getByTestId('quick-add-marks').textContent).toBe(
      'Pay rent tomorrow 9am !1 #flat',
    );
    fireEvent.keyDown(field(), { key: 'Enter' });

    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
    const task = store.current(onAdded.mock.calls[0]?.[0].ids[0]);
    expect(task).toMatchObject({
      title: 'Pay rent',
      dueDate: '2026-11-23',
      dueTime: '09:00',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      priority: 'urgent',
    });
    expect(store.batches).toHaveLength(1);
    expect(field().value).toBe('');
  });

  it('a chip made text is a part of the title, also while the line is edited before it', () => {
    const { show } = setUp();
    show();
    type('Watch friday');
    const [chip] = screen.getAllByTestId('quick-add-chip');
    act(() => chip?.focus());
    fireEvent.keyDown(chip!, { key: 'Escape' });
    expect(chips()).toEqual([]);
    expect(document.activeElement).toBe(field());
    type('Watch again friday');
    expect(chips()).toEqual([]);
    type('Watch again friday tomorrow');
    expect(chips()).toEqual(['Tomorrow']);
  });

  it('Escape behind a word makes it text, then closes, and the draft is there again', () => {
    const { show, onClose } = setUp();
    show();
    type('Watch friday');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect([chips(), onClose.mock.calls.length]).toEqual([[], 0]);
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    cleanup();
    show();
    expect([field().value, chips()]).toEqual(['Watch friday', []]);
  });

  it('a line is kept until its task is on disk, and only a page that starts anew shows it again', async () => {
    const { store, show, onAdded } = setUp();
    let write = () => undefined as void;
    const disk = new Promise<void>((resolve) => (write = resolve));
    const commit = store.commit.bind(store);
    vi.spyOn(store, 'commit').mockImplementation(async (batch) => {
      await disk;
      return commit(batch);
    });
    show();
    type('Call Ana');
    fireEvent.keyDown(field(), { key: 'Enter' });
    const kept = () => Object.values(sessionStorage).join('');
    expect(field().value).toBe('');
    expect(kept()).toContain('Call Ana');
    cleanup();
    show();
    expect(field().value).toBe('');
    write();
    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
    expect(kept()).toBe('');
  });

  it('a line that was begun while the last one was written stays', async () => {
    const { show, onAdded } = setUp();
    show();
    type('Call Ana');
    fireEvent.keyDown(field(), { key: 'Enter' });
    type('Pay r');
    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
    cleanup();
    show();
    expect(field().value).toBe('Pay r');
  });

  it('names are suggested and completed by key, and a new one is made with the task', async () => {
    const { store, show, onAdded } = setUp();
    const id = store.newId();
    await store.commit({
      label: 'label',
      changes: [{ kind: 'label', id, create: { name: 'On the phone' } }],
    });
    show();
    type('Call #ph');
    expect(options()).toEqual(['On the phone', 'Create label ‘ph’']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(field().value).toBe('Call #On the phone ');
    expect(chips()).toEqual(['On the phone']);

    type('Call #On the phone /Garden');
    expect(options()).toEqual(['Create project ‘Garden’']);
    // The first Enter takes the offer: the words would be a part of the title else.
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(chips()).toEqual(['On the phone', 'Garden']);
    expect(onAdded).not.toHaveBeenCalled();
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledOnce());
    expect(store.batches.at(-1)?.changes.map(({ kind }) => kind)).toEqual(['project', 'task']);
    const task = store.current(onAdded.mock.calls[0]?.[0].ids[0]);
    expect(task).toMatchObject({ title: 'Call', labels: { [id]: true } });
    expect(store.current(String(task?.['projectId']))).toMatchObject({
      name: 'Garden',
      color: 'blue',
    });
    expect(onAdded.mock.calls[0]?.[0].elsewhere).toBe('Task added to Garden');
  });

  it('while a word is being composed, Enter adds nothing', () => {
    const { store, show } = setUp();
    show();
    type('明日');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(store.batches).toHaveLength(0);
  });
});

describe('the line of a place', () => {
  it('in a filter, a task begins with what the filter asks for, and what is picked or typed wins', async () => {
    const [phone, flat] = [
      '00000000-0000-4000-8000-0000000000b1',
      '00000000-0000-4000-8000-0000000000b2',
    ];
    const { store, show, onAdded } = setUp(
      placeOf(
        {
          name: 'filter',
          keeps: () => true,
          includesClosed: false,
          newTask: {
            priority: 'urgent',
            dueDate: '2026-11-24',
            projectId: flat,
            labels: { [phone]: true },
          },
          grouping: 'none',
        },
        { sectionId: null, dueDate: null },
      ),
    );
    show();
    type('Call Ana');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(1));
    const taskAt = (index: number) => store.current(onAdded.mock.calls[index]?.[0].ids[0]);
    expect(taskAt(0)).toMatchObject({
      title: 'Call Ana',
      priority: 'urgent',
      dueDate: '2026-11-24',
      projectId: flat,
      labels: { [phone]: true },
    });

    type('Call Ben tomorrow !4');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(2));
    expect(taskAt(1)).toMatchObject({
      priority: 'low',
      dueDate: '2026-11-23',
      labels: { [phone]: true },
    });

    const priority = await screen.findByRole('button', { name: 'Priority: Urgent' });
    fireEvent.keyDown(priority, { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'No priority' }));
    type('Call Cem');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(3));
    expect(taskAt(2)).toMatchObject({ title: 'Call Cem', priority: 'none' });
  });

  it('in a section, a task is added to it, unless its line names a project', async () => {
    const [flat, attic] = [
      '00000000-0000-4000-8000-0000000000b2',
      '00000000-0000-4000-8000-0000000000b3',
    ];
    const place = placeOf(
      { name: 'project', projectId: flat },
      { sectionId: attic, dueDate: null },
    );
    const { store, show, onAdded } = setUp(place);
    const garden = store.newId();
    await store.commit({
      label: 'project.add',
      changes: [{ kind: 'project', id: garden, create: { name: 'Garden' } }],
    });
    show();
    type('Paint the wall');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(1));
    const taskAt = (index: number) => store.current(onAdded.mock.calls[index]?.[0].ids[0]);
    expect(taskAt(0)).toMatchObject({ projectId: flat, sectionId: attic });

    type('Sow /Garden ');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await waitFor(() => expect(onAdded).toHaveBeenCalledTimes(2));
    expect(taskAt(1)).toMatchObject({ title: 'Sow', projectId: garden, sectionId: null });
  });
});
