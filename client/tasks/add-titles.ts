import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import { orderKeysBetween } from '#shared/order-key';
import type { Task } from '#shared/task';
import type { NewTitles } from './place-commands.ts';
import { commitChanges, splitTitle } from './task-change.ts';
import { readSiblings } from './task-queries.ts';

/** Adds one task a title at the end of its place; see `NewTitles`. Answers the ids of the new tasks. */
export async function addTitles(store: AppStore, of: NewTitles): Promise<string[]> {
  const texts = of.titles.map(splitTitle).filter(({ title }) => title !== '');
  const siblings = await readSiblings(store, of.place);
  const kept = texts.slice(0, limits.batchMaxChanges);
  const keys = keysAtEnd({ store, siblings, count: kept.length });
  const changes = kept.map(({ title, notes }, index) => {
    const extra = notes === '' ? {} : { notes };
    const orderKey = keys[index];
    const createdAt = store.now();
    const create = { title, ...extra, ...of.fields, ...of.place, orderKey, createdAt };
    return { kind: 'task', id: store.newId(), create };
  });
  await commitChanges(store, { label: 'task.add', changes });
  return changes.map(({ id }) => id);
}

function keysAtEnd(of: { store: AppStore; siblings: readonly Task[]; count: number }): string[] {
  const before = of.siblings.at(-1)?.orderKey ?? null;
  return orderKeysBetween({ before, after: null, deviceId: of.store.deviceId(), count: of.count });
}
