import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { compareOrder } from '#shared/compare-order';
import type { SavedFilter } from '#shared/saved-filter';
import { createFilterCommands } from './filter-commands.ts';

async function namesOf(store: ReturnType<typeof createMemoryStore>): Promise<string[]> {
  const query = { kind: 'saved-filter', selector: { trashedAt: null } };
  const filters = await firstValueFrom(store.live<SavedFilter>(query));
  return [...filters].sort(compareOrder).map(({ name }) => name);
}

async function withFilters() {
  const store = createMemoryStore();
  const commands = createFilterCommands(store);
  const ids: string[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    ids.push((await commands.add({ name, query: 'today', color: 'red' })) ?? '');
  }
  return { store, commands, ids };
}

describe('commands on filters', () => {
  it('each is one batch, and a new one stands at the end', async () => {
    const { store } = await withFilters();
    expect(store.batches).toHaveLength(3);
    expect(await namesOf(store)).toEqual(['One', 'Two', 'Three']);
  });

  it('one moves a place up or down, and nowhere past the ends', async () => {
    const { store, commands, ids } = await withFilters();
    await commands.move(ids[2] ?? '', 'up');
    await commands.move(ids[0] ?? '', 'down');
    expect(await namesOf(store)).toEqual(['Three', 'One', 'Two']);
    expect(await commands.move(ids[2] ?? '', 'up')).toBeUndefined();
    expect(await commands.move(ids[1] ?? '', 'down')).toBeUndefined();
  });

  it('an edit changes only what is another, on the base it began from, and undo takes it back', async () => {
    const { store, commands, ids } = await withFilters();
    const filter = store.current(ids[0] ?? '') as SavedFilter;
    const base = commands.beginEdit(filter.id);
    const draft = { name: ' One ', query: 'today\n| overdue', color: filter.color };
    await commands.edit({ filter, draft, base });
    expect(store.batches.at(-1)?.changes).toEqual([
      {
        kind: 'saved-filter',
        id: filter.id,
        group: 'query',
        value: { query: 'today | overdue' },
        base: base.query,
      },
    ]);
    expect(await commands.edit({ filter, draft: filter, base })).toBeUndefined();
    await store.undo();
    expect(store.current(filter.id)).toMatchObject({ query: 'today' });
  });

  it('what is in the trash comes back', async () => {
    const { store, commands, ids } = await withFilters();
    await commands.trash(ids[1] ?? '');
    expect(await namesOf(store)).toEqual(['One', 'Three']);
    await commands.restore(ids[1] ?? '');
    expect(await namesOf(store)).toEqual(['One', 'Two', 'Three']);
  });

  it('without a name or a query nothing is added', async () => {
    const { commands } = await withFilters();
    expect(await commands.add({ name: ' ', query: 'today', color: 'red' })).toBeUndefined();
  });
});
