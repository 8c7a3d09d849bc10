import { ApiError } from '#shared/api-error';
import { derivedId, nextOccurrenceId, type RandomBytes } from '#shared/ids';
import { newDocumentId } from '#shared/new-ids';
import { parse } from '#shared/parse';
import type { Change, Creation } from '#shared/push-message';
import { type Task, taskKind } from '#shared/task';
import { unpurgedIds } from '#shared/unpurged-ids';
import type { Clock } from '../clock.ts';
import type { CommitForUser, ServerCommitAnswer } from '../workspaces/commit-as-server.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { followUp } from './follow-up.ts';
import type { ListEnd } from './list-end.ts';
import { type ReadLine, readQuickAdd } from './quick-add-request.ts';
import { isTask } from './task-answer.ts';
import { changeGroup, followingFields, patchTask, type TaskFieldsInput } from './task-patch.ts';

/** Who writes, and by what a repeat of the request is known. */
export interface Writer {
  userId: string;
  idempotency: { key: string; digest: string } | undefined;
}

/** Commits what programs ask of tasks, as batches like any other; each answers the task as its entry left it. */
export interface TaskCommands {
  /**
   * Of plain fields, or with `quickAdd` of a line (see `readQuickAdd`). Throws ApiError `invalid` with a pointer into
   * `fields`.
   */
  create(of: { workspaceId: string; fields: TaskFieldsInput } & Writer): Promise<Task>;
  /** Throws ApiError `invalid` with a pointer into `patch`. */
  patch(of: { task: Task; patch: TaskFieldsInput } & Writer): Promise<Task>;
  /** Puts the task in the trash; one that is there already stays as it is (R7). */
  trash(of: { task: Task } & Writer): Promise<Task>;
}

/** What task commands work with. */
export interface TaskCommandParts {
  commit: CommitForUser;
  documents: FreshDocuments;
  listEnd: ListEnd;
  clock: Clock;
  random: RandomBytes;
}

/** A repeated key gives the same id and finds the same entry, so the answer is the same and nothing is committed twice. */
export function createTaskCommands(of: TaskCommandParts): TaskCommands {
  return {
    create: async ({ workspaceId, fields: asked, ...writer }) => {
      const { fields, labels } = await readLine(of, { workspaceId, fields: asked, writer });
      const checked = parse(taskKind.create, fields);
      if (!checked.ok) throw new ApiError('invalid', { errors: checked.errors });
      const creation = await creationOf(of, { workspaceId, fields, writer });
      const changes = [...labels, creation];
      return commit(of, { workspaceId, taskId: creation.id, changes, writer });
    },
    patch: async ({ task, patch, ...writer }) => {
      const nowMs = of.clock();
      const verdict = patchTask(task, patch, nowMs);
      if (verdict.name === 'invalid') throw new ApiError('invalid', { errors: verdict.errors });
      const next = await orRestored(of.documents, task.workspaceId, followUp(task, patch, nowMs));
      const changes = [...verdict.changes, ...next];
      if (changes.length === 0) return task;
      return commit(of, { workspaceId: task.workspaceId, taskId: task.id, changes, writer });
    },
    trash: async ({ task, ...writer }) => {
      if (task.trashedAt !== null) return task;
      const value = { trashedAt: new Date(of.clock()).toISOString() };
      const changes = [changeGroup(task, 'trash', value)];
      return commit(of, { workspaceId: task.workspaceId, taskId: task.id, changes, writer });
    },
  };
}

/**
 * A create of an id that exists changes nothing (R8): an occurrence that is in the trash is taken out of it instead, and
 * in the place of one that was purged the one after it is made, as on the devices.
 */
async function orRestored(
  documents: FreshDocuments,
  workspaceId: string,
  creations: readonly Creation[],
): Promise<Change[]> {
  if (creations.length === 0) return [];
  const freeIds = await unpurgedIds(
    creations.map(({ id }) => id),
    { next: nextOccurrenceId, findPurged: (ids) => documents.purgedIds({ workspaceId, ids }) },
  );
  const held = await documents.read({ workspaceId, ids: [...freeIds.values()] });
  return creations.flatMap((creation): Change[] => {
    const id = freeIds.get(creation.id) ?? creation.id;
    const task = held.get(id);
    if (!isTask(task) || task.trashedAt === null) return [{ ...creation, id }];
    return task.movedTo === null ? [changeGroup(task, 'trash', { trashedAt: null })] : [];
  });
}

async function readLine(
  of: TaskCommandParts,
  { workspaceId, fields, writer }: { workspaceId: string; fields: TaskFieldsInput; writer: Writer },
): Promise<ReadLine> {
  if (!('quickAdd' in fields)) return { fields, labels: [] };
  const { idempotency, userId } = writer;
  const repeatKey = idempotency && `${userId}/${idempotency.key}`;
  const nowMs = of.clock();
  return readQuickAdd(of.documents, { workspaceId, fields, nowMs, random: of.random, repeatKey });
}

async function creationOf(
  of: TaskCommandParts,
  { workspaceId, fields, writer }: { workspaceId: string; fields: TaskFieldsInput; writer: Writer },
): Promise<Creation> {
  const nowMs = of.clock();
  const { idempotency, userId } = writer;
  const end = 'orderKey' in fields ? {} : { orderKey: await of.listEnd.keyAtEnd(workspaceId) };
  const completed = 'status' in fields ? followingFields({ status: fields['status'] }, nowMs) : {};
  return {
    kind: taskKind.kind,
    id:
      idempotency === undefined
        ? newDocumentId({ nowMs, random: of.random })
        : derivedId('rest', workspaceId, userId, idempotency.key),
    create: { ...end, ...completed, ...fields },
  };
}

async function commit(
  of: TaskCommandParts,
  work: { workspaceId: string; taskId: string; changes: readonly Change[]; writer: Writer },
): Promise<Task> {
  const { workspaceId, taskId, changes, writer } = work;
  const answer = await of.commit({ workspaceId, changes, ...writer });
  if (answer.outcome === 'refused') throw refusal(answer);
  const task = await of.documents.at({ workspaceId, id: taskId, seq: answer.seq });
  if (!isTask(task)) throw new ApiError('task_unknown');
  return task;
}

function refusal({ code, pointer }: ServerCommitAnswer): ApiError {
  if (code === 'forbidden') return new ApiError('forbidden');
  return new ApiError('invalid', { errors: [{ pointer: pointer ?? '', code: code ?? 'invalid' }] });
}
