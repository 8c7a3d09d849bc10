import type { GroupSetting, ImportPlan } from './import-plan.ts';
import type { AnyDocument } from './kind-definition.ts';
import type { Creation } from './push-message.ts';

/** What plans would do to the documents that are there: the numbers of the preview, and the work of the import. */
export interface ImportEffect {
  /** Labels, then projects, then tasks, then what speaks of them; each id once, none of them is there yet. */
  creations: Creation[];
  /** Set once the creations are there, in order. */
  settings: GroupSetting[];
  counts: { newTasks: number; newProjects: number; newLabels: number; here: number; back: number };
}

/**
 * Compares plans with what is there. A document that exists stays as it is, so that importing twice changes nothing
 * (R8); one that lies in the trash comes back, as the file says it is wanted; a project gets the sections it lacks.
 * No id of a plan may hold a tombstone: see `plansWithoutPurged`.
 */
export function importEffect(
  plans: readonly ImportPlan[],
  current: (id: string) => AnyDocument | undefined,
): ImportEffect {
  const planned = uniqueById([
    ...plans.flatMap((plan) => plan.labels),
    ...plans.flatMap((plan) => plan.projects),
    ...plans.flatMap((plan) => plan.tasks),
    ...plans.flatMap((plan) => plan.others),
  ]);
  const plannedSettings = plans.flatMap((plan) => plan.settings);
  const staysInTrash = new Set(
    plannedSettings.filter(({ group }) => group === 'trash').map(({ id }) => id),
  );
  const creations = planned.filter(({ id }) => current(id) === undefined);
  const newIds = new Set(creations.map(({ id }) => id));
  const restores = planned
    .filter(({ id }) => !staysInTrash.has(id) && isInTrash(current(id)))
    .map(({ kind, id }) => ({ kind, id, group: 'trash', value: { trashedAt: null } }));
  const countNew = (kind: string) => creations.filter((creation) => creation.kind === kind).length;
  return {
    creations,
    settings: [
      ...plannedSettings.filter(({ id }) => newIds.has(id)),
      ...restores,
      ...planned.flatMap((creation) => missingSections(creation, current(creation.id))),
    ],
    counts: {
      newTasks: countNew('task'),
      newProjects: countNew('project'),
      newLabels: countNew('label'),
      here: planned.length - creations.length - restores.length,
      back: restores.length,
    },
  };
}

function uniqueById(creations: readonly Creation[]): Creation[] {
  return [...new Map(creations.map((creation) => [creation.id, creation])).values()];
}

/** One that moved to another workspace is not missed here. */
function isInTrash(document: AnyDocument | undefined): boolean {
  return typeof document?.['trashedAt'] === 'string' && document['movedTo'] === null;
}

function missingSections(
  { kind, id, create }: Creation,
  held: AnyDocument | undefined,
): GroupSetting[] {
  if (kind !== 'project' || held === undefined) return [];
  const there = { ...asRecord(held['sections']), ...asRecord(held['sectionsGone']) };
  return Object.entries(asRecord(create['sections'])).flatMap(([sectionId, section]) => {
    if (Object.hasOwn(there, sectionId)) return [];
    return [{ kind, id, group: `section/${sectionId}`, value: asRecord(section) }];
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
