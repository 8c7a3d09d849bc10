import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import { orderKeysBetween } from '#shared/order-key';
import type { NewTitles } from './place-commands.ts';
import { commitChanges, splitTitle } from './task-change.ts';
import { lastSibling } from './task-queries.ts';

/** Adds one task a title at the end of its place; see `NewTitles`. Answers the ids of the new tasks. */
export async function addTitles(store: AppStore, of: NewTitles): Promise<string[]> {
  const texts = of.titles.map(splitTitle).filter(({ title }) => title !== '');
  const kept = texts.slice(0, limits.batchMaxChanges);
  const last = await lastSibling(store, of.place);
  const keys = orderKeysBetween({
    before: last?.orderKey ?? null,
    after: null,
    deviceId: store.deviceId(),
    count: kept.length,
  });
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
