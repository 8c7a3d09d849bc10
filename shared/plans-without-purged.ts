import { derivedId } from './ids.ts';
import type { ImportPlan } from './import-plan.ts';
import type { AnyDocument } from './kind-definition.ts';
import type { Creation } from './push-message.ts';
import { type FindPurged, unpurgedIds } from './unpurged-ids.ts';

/** What is known of the ids that plans name. */
export interface KnownIds {
  current: (id: string) => AnyDocument | undefined;
  findPurged: FindPurged;
}

/**
 * The same plans without ids that hold a tombstone, whose creation would change nothing (R8): what was purged is made
 * again under another id, with all references to it. That id derives from the purged one, so importing once more finds
 * it, also when the tombstone is gone by then.
 */
export async function plansWithoutPurged(
  plans: readonly ImportPlan[],
  { current, findPurged }: KnownIds,
): Promise<ImportPlan[]> {
  const ids = plans.flatMap(({ labels, projects, tasks, others }) =>
    [...labels, ...projects, ...tasks, ...others].map(({ id }) => id),
  );
  const unpurged = await unpurgedIds(ids, { next: madeAgainId, findPurged });
  const newIds = new Map<string, string>();
  for (const [id, last] of unpurged) {
    const newId =
      current(last) === undefined && current(madeAgainId(last)) ? madeAgainId(last) : last;
    if (newId !== id) newIds.set(id, newId);
  }
  return newIds.size === 0 ? [...plans] : plans.map((plan) => withNewIds(plan, newIds));
}

type NewIds = ReadonlyMap<string, string>;

function madeAgainId(purgedId: string): string {
  return derivedId('import', 'again', purgedId);
}

function withNewIds(plan: ImportPlan, newIds: NewIds): ImportPlan {
  const renew = (creation: Creation) => renewCreation(creation, newIds);
  return {
    ...plan,
    labels: plan.labels.map(renew),
    projects: plan.projects.map(renew),
    tasks: plan.tasks.map(renew),
    others: plan.others.map(renew),
    settings: plan.settings.map((setting) => ({ ...setting, id: newIdOf(setting.id, newIds) })),
  };
}

/** Sections keep their ids: they live in their project. */
function renewCreation({ kind, id, create }: Creation, newIds: NewIds): Creation {
  const renewed = { ...create };
  for (const field of ['projectId', 'parentId', 'taskId']) {
    const held = create[field];
    if (typeof held === 'string') renewed[field] = newIdOf(held, newIds);
  }
  const { labels } = create;
  if (typeof labels === 'object' && labels !== null) {
    const flags = Object.entries(labels);
    renewed['labels'] = Object.fromEntries(flags.map(([id, flag]) => [newIdOf(id, newIds), flag]));
  }
  return { kind, id: newIdOf(id, newIds), create: renewed };
}

function newIdOf(id: string, newIds: NewIds): string {
  return newIds.get(id) ?? id;
}
