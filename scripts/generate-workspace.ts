import { derivedId } from '#shared/ids';
import { jsonBytes } from '#shared/imported-document';
import { limits } from '#shared/limits';
import { orderKeysBetween } from '#shared/order-key';
import { inBatches } from '#shared/plan-to-actions';
import type { ProjectCreation } from '#shared/project';
import { protocolVersion } from '#shared/protocol-version';
import type { Batch, Creation, FieldChange } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import { createSeededRandom } from '#scripts/seeded-random';
import { generateTask, type PlannedTask } from '#scripts/generate-task';
import { workspaceWords } from '#scripts/workspace-words';

/** A made-up workspace: the same seed and size give the same documents, byte for byte. */
export interface GeneratedWorkspace {
  projects: Creation[];
  labels: Creation[];
  /** Parents before their subtasks. */
  tasks: Creation[];
  /** Ids of tasks that a person would have put in the trash by now; no creation can say so. */
  trashedTaskIds: string[];
}

const generatorDevice = 'generator0';
const colors = ['blue', 'green', 'amber', 'violet', 'teal', 'pink', 'orange', 'indigo'] as const;

/**
 * Makes what a person or a small team might have after months of use: projects with sections, labels, tasks in three
 * levels, dates around now, priorities, about a third done. A task is 400 to 600 bytes as sent, on average.
 */
export function generateWorkspace(of: {
  seed: number;
  taskCount: number;
  nowMs: number;
}): GeneratedWorkspace {
  const random = createSeededRandom(of.seed);
  const idOf = (kind: string, at: number) => derivedId('generated', of.seed, kind, at);
  const projectCount = Math.min(60, Math.max(3, Math.round(Math.sqrt(of.taskCount) / 3)));
  const projectKeys = orderKeys(projectCount);
  const projects = Array.from({ length: projectCount }, (_, at) => {
    return generateProject({ at, idOf, orderKey: projectKeys[at] ?? 'a0' });
  });
  const labelKeys = orderKeys(workspaceWords.labels.length);
  const labels = workspaceWords.labels.map((name, at): Creation => {
    const create = { name, color: colors[at % colors.length], orderKey: labelKeys[at] ?? 'a0' };
    return { kind: 'label', id: idOf('label', at), create };
  });
  const taskKeys = orderKeys(of.taskCount);
  const planned: PlannedTask[] = [];
  for (let at = 0; at < of.taskCount; at += 1) {
    const orderKey = taskKeys[at] ?? 'a0';
    const id = idOf('task', at);
    planned.push(
      generateTask({ random, id, orderKey, nowMs: of.nowMs, projects, labels, planned }),
    );
  }
  return {
    projects,
    labels,
    tasks: planned.map(({ creation }) => creation),
    trashedTaskIds: planned.filter(({ isTrashed }) => isTrashed).map(({ creation }) => creation.id),
  };
}

/** The documents as numbered batches of one device, in an order that every reference can follow; trash comes last. */
export function toBatches(
  workspace: GeneratedWorkspace,
  of: { deviceId: string; nowMs: number; firstN?: number },
): Batch[] {
  const { deviceId, nowMs, firstN = 1 } = of;
  const stampOf = (at: number) => formatStamp({ ms: nowMs + at, counter: 0, deviceId });
  const creations = [...workspace.labels, ...workspace.projects, ...workspace.tasks];
  const made = [...inBatches(creations)];
  const bases = new Map(made.flatMap((run, at) => run.map(({ id }) => [id, stampOf(at)])));
  const trashedAt = new Date(nowMs).toISOString();
  const trashed = workspace.trashedTaskIds.map((id): FieldChange => {
    const base = bases.get(id) ?? null;
    return { kind: 'task', id, group: 'trash', value: { trashedAt }, base };
  });
  return [...made, ...inBatches(trashed)].map((changes, at) => {
    return { n: firstN + at, v: protocolVersion, stamp: stampOf(at), changes };
  });
}

/** Batches in pushes that keep the limits. */
export function toPushes(batches: readonly Batch[]): Batch[][] {
  const pushes: Batch[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const batch of batches) {
    const batchBytes = jsonBytes(batch) + 1;
    const push = pushes.at(-1);
    const isFull = bytes + batchBytes > limits.pushMaxBytes - 1024;
    if (push === undefined || isFull || push.length === limits.pushMaxBatches) {
      pushes.push([batch]);
      bytes = batchBytes;
    } else {
      push.push(batch);
      bytes += batchBytes;
    }
  }
  return pushes;
}

function generateProject(of: {
  at: number;
  idOf: (kind: string, at: number) => string;
  orderKey: string;
}): Creation {
  const { projects } = workspaceWords;
  const { at, idOf, orderKey } = of;
  const model = projects[at % projects.length] ?? projects[0];
  const round = Math.floor(at / projects.length);
  const keys = orderKeys(model.sections.length);
  const sections = model.sections.map((name, place) => {
    return [idOf('section', at * 10 + place), { name, orderKey: keys[place] ?? 'a0' }];
  });
  const create: ProjectCreation = {
    name: round === 0 ? model.name : `${model.name} ${round + 1}`,
    color: colors[at % colors.length] ?? 'gray',
    orderKey,
    sections: Object.fromEntries(sections),
  };
  return { kind: 'project', id: idOf('project', at), create };
}

function orderKeys(count: number): string[] {
  return orderKeysBetween({ before: null, after: null, deviceId: generatorDevice, count });
}
