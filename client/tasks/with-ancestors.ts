import type { AppStore } from '#client/store/app-store.ts';

/** The id of a task, and of all tasks above it, from the nearest on; each once, also in a cycle. */
export function withAncestors(store: Pick<AppStore, 'current'>, id: string): string[] {
  const ids: string[] = [];
  let above: unknown = id;
  while (typeof above === 'string' && !ids.includes(above)) {
    ids.push(above);
    above = store.current(above)?.['parentId'];
  }
  return ids;
}
