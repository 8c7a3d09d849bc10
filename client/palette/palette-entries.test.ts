import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/fold-text';
import { findEntries, type PaletteEntry, type PaletteSources } from './palette-entries.ts';

const entry = (title: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: title,
  title,
  folded: foldText(title),
  run: () => undefined,
  ...more,
});
const task = (title: string, labelIds: readonly string[] = []) => ({
  ...entry(title),
  hasLabel: (labelId: string) => labelIds.includes(labelId),
});
const nothing: PaletteSources = {
  contextTitle: '',
  context: [],
  actions: [entry('Add task'), entry('Undo')],
  views: [entry('Inbox'), entry('Settings')],
  projects: [entry('Kitchen')],
  filters: [],
  labels: [entry('errand', { labelId: 'label-1' })],
  tasks: [task('Add salt'), task('Settle the bill', ['label-1'])],
  recent: [],
};

function ask(text: string, more: { isSearch?: boolean; labelId?: string; of?: object } = {}) {
  const { isSearch = false, labelId, of = {} } = more;
  const groups = findEntries({ ...nothing, ...of }, { text, isSearch, labelId });
  return groups.map(({ name, entries }) => [name, ...entries.map(({ title }) => title)]);
}

describe('what the palette shows', () => {
  it('before anything is typed: what fits the focused task, what was used last, and no task', () => {
    const of = { context: [entry('Complete')], recent: ['Settings', 'gone'] };
    expect(ask('', { of })).toEqual([
      ['context', 'Complete'],
      ['recent', 'Settings'],
      ['actions', 'Add task', 'Undo'],
      ['views', 'Inbox'],
    ]);
  });

  it('what is typed finds commands first, then views, then tasks', () => {
    expect(ask('sett')).toEqual([
      ['views', 'Settings'],
      ['tasks', 'Settle the bill'],
    ]);
    expect(ask('add')).toEqual([
      ['actions', 'Add task'],
      ['tasks', 'Add salt'],
    ]);
  });

  it('> asks for commands only, # for labels, / for projects', () => {
    expect(ask('>add')).toEqual([['actions', 'Add task']]);
    expect(ask('#')).toEqual([['labels', 'errand']]);
    expect(ask('/kit')).toEqual([['projects', 'Kitchen']]);
  });

  it('a search finds things and runs nothing; narrowed to a label it finds its tasks', () => {
    expect(ask('add', { isSearch: true })).toEqual([['tasks', 'Add salt']]);
    expect(ask('', { labelId: 'label-1' })).toEqual([['tasks', 'Settle the bill']]);
  });

  it('quiet entries wait until something is typed', () => {
    const of = { context: [entry('Move to Kitchen', { isQuiet: true })] };
    expect(ask('', { of })[0]?.[0]).toBe('actions');
    expect(ask('move', { of })).toEqual([['context', 'Move to Kitchen']]);
  });

  it('never more than fifty rows, whatever there is', () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) => task(`Add ${index}`));
    const groups = findEntries(
      { ...nothing, tasks },
      { text: 'add', isSearch: false, labelId: undefined },
    );
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(50);
  });
});
