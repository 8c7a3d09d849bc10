import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import { compareOrder } from '#shared/compare-order';
import type { Change } from '#shared/push-message';
import type { SavedFilter } from '#shared/saved-filter';

/** What a person says of a filter. */
export interface FilterDraft {
  name: string;
  query: string;
  color: SavedFilter['color'];
}

/** The stamps that an edit of a filter begins from (A14). */
export type FilterBase = Record<'name' | 'query' | 'look', string | null>;

/** The only way filters are written: one batch each, on disk when the promise resolves. */
export function createFilterCommands(store: AppStore) {
  const set = (id: string, group: string, value: Record<string, unknown>) => [
    changeOf({ id, group, value, base: store.baseOf(id, group) }),
  ];
  return {
    beginEdit: (id: string): FilterBase => ({
      name: store.baseOf(id, 'name'),
      query: store.baseOf(id, 'query'),
      look: store.baseOf(id, 'look'),
    }),

    /** Adds a filter at the end; answers its id, or undefined where name or query is empty. */
    add: async (draft: FilterDraft): Promise<string | undefined> => {
      const { name, query, color } = tidy(draft);
      if (name === '' || query === '') return undefined;
      const id = store.newId();
      const before = (await readFilters(store)).at(-1)?.orderKey ?? null;
      const orderKey = await orderKeyIn(store, { before, after: null });
      const create = { name, query, color, orderKey, createdAt: store.now() };
      const changes = [{ kind: 'saved-filter', id, create }];
      await store.commit({ label: 'filter.add', changes });
      return id;
    },

    /** Sets name, query and colour, each only if it is another one than the edit began from. */
    edit: async (edit: FilterEdit): Promise<StoredBatch | undefined> => {
      const changes = changesOfEdit(edit);
      return changes.length === 0 ? undefined : store.commit({ label: 'filter.edit', changes });
    },

    /** Moves a filter one place up or down; undefined where there is none. */
    move: async (id: string, to: 'up' | 'down'): Promise<StoredBatch | undefined> => {
      const filters = await readFilters(store);
      const others = filters.filter((filter) => filter.id !== id);
      const at = filters.findIndex((filter) => filter.id === id);
      const place = to === 'up' ? at - 1 : at + 1;
      if (at < 0 || place < 0 || place > others.length) return undefined;
      const before = others[place - 1]?.orderKey ?? null;
      const after = others[place]?.orderKey ?? null;
      const orderKey = await orderKeyIn(store, { before, after });
      return store.commit({ label: 'filter.move', changes: set(id, 'place', { orderKey }) });
    },

    trash: (id: string): Promise<StoredBatch> => {
      const changes = set(id, 'trash', { trashedAt: store.now() });
      return store.commit({ label: 'filter.trash', changes });
    },

    restore: (id: string): Promise<StoredBatch> => {
      const changes = set(id, 'trash', { trashedAt: null });
      return store.commit({ label: 'filter.restore', changes });
    },
  };
}

interface FilterEdit {
  filter: SavedFilter;
  draft: FilterDraft;
  base: FilterBase;
}

function changesOfEdit({ filter, draft, base }: FilterEdit): Change[] {
  const { id } = filter;
  const { name, query, color } = tidy(draft);
  const changes: Change[] = [];
  if (name !== '' && name !== filter.name) {
    changes.push(changeOf({ id, group: 'name', value: { name }, base: base.name }));
  }
  if (query !== '' && query !== filter.query) {
    changes.push(changeOf({ id, group: 'query', value: { query }, base: base.query }));
  }
  if (color !== filter.color) {
    changes.push(changeOf({ id, group: 'look', value: { color }, base: base.look }));
  }
  return changes;
}

function changeOf(of: {
  id: string;
  group: string;
  value: Record<string, unknown>;
  base: string | null;
}) {
  return { kind: 'saved-filter', ...of };
}

/** What makes keys of order is loaded with the first filter that needs a place. */
async function orderKeyIn(
  store: AppStore,
  place: { before: string | null; after: string | null },
): Promise<string> {
  const { orderKeyBetween } = await import('#shared/order-key');
  return orderKeyBetween({ ...place, deviceId: store.deviceId() });
}

async function readFilters(store: AppStore): Promise<SavedFilter[]> {
  const query = { kind: 'saved-filter', selector: { trashedAt: null } };
  return [...(await firstValueFrom(store.live<SavedFilter>(query)))].sort(compareOrder);
}

function tidy({ name, query, color }: FilterDraft): FilterDraft {
  return {
    name: toLine(name).slice(0, limits.nameMaxLength).toWellFormed(),
    query: toLine(query).slice(0, limits.filterQueryMaxLength).toWellFormed(),
    color,
  };
}

function toLine(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
}
