import { compareOrder } from '#shared/compare-order';
import { memberId } from '#shared/ids';
import { type AnyDocument, isPurged } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { orderKeysBetween } from '#shared/order-key';
import { type Change, isCreation } from '#shared/push-message';
import type { Task } from '#shared/task';
import type { GoneAlong } from './gone-along.ts';
import type { LocalDatabase } from './local-database.ts';
import type { MoveMark } from './move-record.ts';
import { copyId, placeInCopy, type PlannedMove, planMove } from './plan-move.ts';
import { allShownIn, shownIn } from './shown-in.ts';

/**
 * The copies of what came to the originals after they were copied, with ids as if they had moved with them, so that
 * another device that moved the same makes no second copy. To be called inside a transaction over the target.
 */
export async function planAdditions(of: {
  target: LocalDatabase;
  mark: MoveMark;
  along: GoneAlong;
  deviceId: string;
}): Promise<PlannedMove> {
  const { target, mark, along, deviceId } = of;
  const { newTasks: tasks, newComments: comments, project } = along;
  const to = target.workspaceId;
  const labels = newLabels(mark, along);
  const there = labels.length === 0 ? [] : await labelsIn(target);
  const labelAttempts = new Map<string, number>();
  for (const label of labels) labelAttempts.set(label.id, await firstAttempt(target, label));
  const before = there.toSorted(compareOrder).at(-1)?.orderKey ?? null;
  const labelKeys = orderKeysBetween({ before, after: null, deviceId, count: labels.length });
  const copyIds = new Map(mark.copies.map((copy) => [copy.id, copy.copyId]));
  const projectCopyId = copyIds.get(project?.id ?? '');
  const placeOf =
    project && projectCopyId !== undefined ? placeInCopy(project, projectCopyId) : undefined;
  const plan = planMove({
    from: { project: undefined, tasks, comments, labels },
    to: {
      workspaceId: to,
      place: mark.place ?? { projectId: null, sectionId: null },
      orderKeys: [],
      labels: there,
      labelKeys,
      labelAttempts,
      isMember: await memberTest(target, tasks),
    },
    attempt: mark.attempt ?? 0,
    known: { copyIds, labelIds: mark.labelIds, placeOf },
  });
  return { ...plan, changes: await besideParents(target, plan.changes) };
}

/** Labels that tasks bear here and of which nothing is known there yet. */
function newLabels(mark: MoveMark, { originals, newTasks, labels }: GoneAlong): Label[] {
  const tasks: readonly AnyDocument[] = [...originals.values(), ...newTasks];
  const usedIds = new Set(tasks.flatMap((task) => Object.keys(task['labels'] ?? {})));
  return labels.filter(({ id }) => usedIds.has(id) && mark.labelIds[id] === undefined);
}

async function labelsIn(target: LocalDatabase): Promise<Label[]> {
  const isLabel = (document: AnyDocument): document is Label => document.kind === 'label';
  return [...(await allShownIn(target)).values()]
    .filter(isLabel)
    .filter(({ trashedAt }) => trashedAt === null);
}

/** The first attempt whose copy nobody deleted. */
async function firstAttempt(target: LocalDatabase, label: Label): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const id = copyId(label, { to: target.workspaceId, attempt });
    const stored = await target.tables.documents.get(id);
    const shown = (await shownIn(target, [id])).get(id);
    const isPurgedThere = stored !== undefined && isPurged(stored.document);
    if (!isPurgedThere && (shown?.['trashedAt'] ?? null) === null) return attempt;
  }
}

async function memberTest(
  target: LocalDatabase,
  tasks: readonly Task[],
): Promise<(userId: string) => boolean> {
  const { workspaceId } = target;
  const userIds = [...new Set(tasks.flatMap(({ assignees }) => Object.keys(assignees)))];
  const members = await shownIn(
    target,
    userIds.map((userId) => memberId({ workspaceId, userId })),
  );
  return (userId) => typeof members.get(memberId({ workspaceId, userId }))?.['role'] === 'string';
}

/** A subtask is in the project that the copy it stands under is in now, wherever that was taken since. */
async function besideParents(target: LocalDatabase, changes: readonly Change[]): Promise<Change[]> {
  const creations = changes.filter(isCreation);
  const parents = await shownIn(
    target,
    creations.flatMap(({ create }) => [create['parentId']].filter((id) => typeof id === 'string')),
  );
  const projectIds = new Map([...parents].map(([id, parent]) => [id, parent['projectId']]));
  return changes.map((change) => {
    if (!isCreation(change) || change.kind !== 'task') return change;
    const parentId = String(change.create['parentId']);
    if (!projectIds.has(parentId)) return change;
    const projectId = projectIds.get(parentId);
    projectIds.set(change.id, projectId);
    return { ...change, create: { ...change.create, projectId } };
  });
}
