import type {
  SearchIndex,
  SearchRow,
  SearchSpace,
  SearchTerm,
} from '#server/storage/search-index-port';

/** A search index in memory. */
export function createMemorySearchIndex(): SearchIndex {
  const spaces = new Map<string, { indexed: number; rows: Map<string, SearchRow> }>();
  const keyOf = ({ workspaceId, epoch }: SearchSpace) => `${workspaceId}/${epoch}`;
  const rowsOf = (space: SearchSpace) => [...(spaces.get(keyOf(space))?.rows.values() ?? [])];
  const fitting = (space: SearchSpace, term: SearchTerm) => {
    const fits = (word: string) =>
      term.isBeginning ? word.startsWith(term.word) : word === term.word;
    return rowsOf(space).filter(({ words }) =>
      words.some((word) => fits(word) || term.others.includes(word)),
    );
  };
  return {
    indexed: async (space) => spaces.get(keyOf(space))?.indexed,
    raiseIndexed: async ({ indexed, ...space }) => {
      const held = spaces.get(keyOf(space)) ?? { indexed: 0, rows: new Map() };
      spaces.set(keyOf(space), { ...held, indexed: Math.max(held.indexed, indexed) });
    },
    put: async ({ rows, ...space }) => {
      const held = spaces.get(keyOf(space)) ?? { indexed: 0, rows: new Map() };
      for (const row of rows) {
        if ((held.rows.get(row.id)?.seq ?? -1) < row.seq) held.rows.set(row.id, row);
      }
      spaces.set(keyOf(space), held);
    },
    remove: async ({ ids, ...space }) => {
      for (const id of ids) spaces.get(keyOf(space))?.rows.delete(id);
    },
    removeOtherEpochs: async (space) => {
      for (const key of spaces.keys()) {
        if (key.startsWith(`${space.workspaceId}/`) && key !== keyOf(space)) spaces.delete(key);
      }
    },
    count: async ({ term, upTo, ...space }) => Math.min(upTo, fitting(space, term).length),
    find: async ({ term, before, limit, ...space }) => {
      const ids = new Set(fitting(space, term).map(({ taskId }) => taskId));
      const below = [...ids].filter((id) => before === undefined || id < before);
      return below.toSorted().toReversed().slice(0, limit);
    },
    readRows: async ({ taskIds, ...space }) =>
      rowsOf(space).filter(({ taskId }) => taskIds.includes(taskId)),
  };
}
