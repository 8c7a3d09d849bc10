import { formatCivilDate, fromDayNumber } from '#shared/civil-date';
import type { Creation } from '#shared/push-message';
import type { TaskCreation } from '#shared/task';
import { pickFrom, type SeededRandom } from '#scripts/seeded-random';
import { workspaceWords } from '#scripts/workspace-words';

/** A task, and what the next ones need to know of it. */
export interface PlannedTask {
  creation: Creation;
  depth: number;
  isTrashed: boolean;
}

const dayMs = 86_400_000;
/** How far back a parent may lie: subtasks are written soon after their task. */
const parentReach = 12;

/** Makes the next task of a workspace. Every draw comes from `random`, in a fixed order. */
export function generateTask(of: {
  random: SeededRandom;
  id: string;
  orderKey: string;
  nowMs: number;
  projects: readonly Creation[];
  labels: readonly Creation[];
  planned: readonly PlannedTask[];
}): PlannedTask {
  const { random, id, nowMs } = of;
  const parent = pickParent(of);
  const createdAtMs = nowMs - Math.floor(random() * 200 * dayMs);
  const create: TaskCreation = {
    title: makeTitle(random),
    ...makeNotes(random),
    ...makePlace(of, parent),
    orderKey: of.orderKey,
    ...makeSchedule(random, nowMs),
    ...makePriority(random),
    ...makeStatus(random, { nowMs, createdAtMs }),
    ...makeLabels(random, of.labels),
    ...(random() < 0.15 ? { estimateMinutes: 15 * (1 + Math.floor(random() * 12)) } : {}),
    createdAt: new Date(createdAtMs).toISOString(),
  };
  const depth = parent === undefined ? 0 : parent.depth + 1;
  return { creation: { kind: 'task', id, create }, depth, isTrashed: random() < 0.03 };
}

function pickParent(of: {
  random: SeededRandom;
  planned: readonly PlannedTask[];
}): PlannedTask | undefined {
  const { random, planned } = of;
  const wantsParent = random() < 0.35;
  const back = 1 + Math.floor(random() * parentReach);
  const parent = planned[planned.length - back];
  return wantsParent && parent !== undefined && parent.depth < 3 ? parent : undefined;
}

function makeTitle(random: SeededRandom): string {
  const { verbs, things, ends } = workspaceWords;
  return `${pickFrom(random, verbs)} ${pickFrom(random, things)}${pickFrom(random, ends)}`;
}

function makeNotes(random: SeededRandom): Pick<TaskCreation, 'notes'> {
  const count = Math.floor(random() * random() * 6);
  if (count === 0) return {};
  const sentences = Array.from({ length: count }, () => pickFrom(random, workspaceWords.sentences));
  return { notes: sentences.join(random() < 0.5 ? ' ' : '\n') };
}

/** A subtask stands where its parent stands; one task in ten is still in the inbox. */
function makePlace(
  of: { random: SeededRandom; projects: readonly Creation[] },
  parent: PlannedTask | undefined,
): Pick<TaskCreation, 'projectId' | 'sectionId' | 'parentId'> {
  const { random } = of;
  const project = pickFrom(random, of.projects);
  const sectionIds = Object.keys(Object(project.create['sections']));
  const sectionId = random() < 0.7 && sectionIds.length > 0 ? pickFrom(random, sectionIds) : null;
  if (parent !== undefined) {
    const { projectId, sectionId: parentSection } = parent.creation.create;
    return {
      projectId: typeof projectId === 'string' ? projectId : null,
      sectionId: typeof parentSection === 'string' ? parentSection : null,
      parentId: parent.creation.id,
    };
  }
  return random() < 0.1 ? {} : { projectId: project.id, sectionId };
}

function makeSchedule(random: SeededRandom, nowMs: number): Partial<TaskCreation> {
  const day = Math.floor(nowMs / dayMs) + Math.floor((random() + random() - 0.6) * 60);
  const hour = 7 + Math.floor(random() * 13);
  const kind = random();
  if (kind > 0.45) return {};
  const dueDate = formatCivilDate(fromDayNumber(day));
  if (kind > 0.15) return { dueDate };
  if (kind > 0.06) {
    const dueTime = `${String(hour).padStart(2, '0')}:${pickFrom(random, ['00', '15', '30'])}`;
    return { dueDate, dueTime, timeZone: 'Europe/Berlin' };
  }
  const rule = pickFrom(random, [
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=DAILY;INTERVAL=3',
  ]);
  return { dueDate, recurrence: { rule, basis: random() < 0.7 ? 'due' : 'completion' } };
}

function makePriority(random: SeededRandom): Pick<TaskCreation, 'priority'> {
  const draw = random();
  if (draw > 0.4) return {};
  if (draw > 0.22) return { priority: 'low' };
  if (draw > 0.1) return { priority: 'medium' };
  return { priority: draw > 0.03 ? 'high' : 'urgent' };
}

function makeStatus(
  random: SeededRandom,
  of: { nowMs: number; createdAtMs: number },
): Pick<TaskCreation, 'status' | 'completedAt'> {
  const draw = random();
  const completedAtMs = of.createdAtMs + Math.floor(random() * (of.nowMs - of.createdAtMs));
  if (draw > 0.4) return {};
  if (draw > 0.33) return { status: 'in_progress' };
  const status = draw > 0.02 ? 'done' : 'cancelled';
  return { status, completedAt: new Date(completedAtMs).toISOString() };
}

function makeLabels(
  random: SeededRandom,
  labels: readonly Creation[],
): Pick<TaskCreation, 'labels'> {
  const count = Math.max(0, Math.floor(random() * 4) - 1);
  if (count === 0) return {};
  const ids = Array.from({ length: count }, () => pickFrom(random, labels).id);
  return { labels: Object.fromEntries(ids.map((id) => [id, true as const])) };
}
