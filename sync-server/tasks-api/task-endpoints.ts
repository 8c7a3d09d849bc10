import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { uuid } from '#shared/fields';
import { limits } from '#shared/limits';
import { type Task, taskStatus } from '#shared/task';
import type { ApiContext, ApiRouter } from '../http/api-context.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { readQuery } from '../http/query.ts';
import { checkInput, readBody } from '../http/read-body.ts';
import type { RequireMember } from '../http/require-member.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { Directory } from '../storage/port.ts';
import type { FindTask } from './find-task.ts';
import type { TaskPage, TaskQuery } from './list-tasks.ts';
import { taskAnswer } from './task-answer.ts';
import type { TaskCommands } from './task-commands.ts';

const listLimit = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d{1,4}$/)), z.transform(Number)),
  z.int().check(z.minimum(1), z.maximum(limits.listMaxLimit)),
);
const listSchema = z.strictObject({
  workspace: z.optional(uuid),
  status: z.optional(z.union([taskStatus, z.literal('trashed')])),
  search: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.titleMaxLength))),
  limit: z.optional(listLimit),
  cursor: z.optional(uuid),
});
const oneSchema = z.strictObject({ workspace: z.optional(uuid) });
const namedSchema = z.object({ workspaceId: z.optional(uuid) });
const fieldsSchema = z.record(z.string(), z.unknown());

/** What the task endpoints work with. */
export interface TaskEndpointParts {
  requireSession: RequireSession;
  requireMember: RequireMember;
  directory: Directory;
  listTasks: (query: TaskQuery) => Promise<TaskPage>;
  findTask: FindTask;
  commands: TaskCommands;
}

/** The plain REST view of the commits, for scripts and other programs; what it writes reaches every device. */
export function addTaskEndpoints(router: ApiRouter, of: TaskEndpointParts): void {
  router.get('/api/tasks', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { workspace, limit = limits.listDefaultLimit, ...query } = readQuery(ctx, listSchema);
    const workspaceId = workspace ?? (await personalWorkspaceId(of, userId));
    await of.requireMember({ workspaceId, userId, action: 'read' });
    const page = await of.listTasks({ workspaceId, limit, ...query });
    ctx.body = { tasks: page.tasks.map(taskAnswer), nextCursor: page.nextCursor };
  });

  router.post('/api/tasks', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const body = await readBody(ctx, fieldsSchema);
    const { workspaceId: named, ...fields } = body;
    const workspaceId = await writableWorkspaceId(of, { userId, named });
    const idempotency = readIdempotencyKey(ctx, body);
    const task = await of.commands.create({ workspaceId, fields, userId, idempotency });
    ctx.body = taskAnswer(task);
  });

  router.get('/api/tasks/:id', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    ctx.body = taskAnswer(
      await findTask(of, ctx, { userId, taskId: ctx.params['id'], action: 'read' }),
    );
  });

  router.patch('/api/tasks/:id', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const patch = await readBody(ctx, fieldsSchema);
    const task = await findTask(of, ctx, { userId, taskId: ctx.params['id'], action: 'edit' });
    const idempotency = readIdempotencyKey(ctx, patch);
    ctx.body = taskAnswer(await of.commands.patch({ task, patch, userId, idempotency }));
  });

  router.delete('/api/tasks/:id', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const task = await findTask(of, ctx, { userId, taskId: ctx.params['id'], action: 'edit' });
    const idempotency = readIdempotencyKey(ctx, undefined);
    ctx.body = taskAnswer(await of.commands.trash({ task, userId, idempotency }));
  });
}

function findTask(
  of: TaskEndpointParts,
  ctx: ApiContext,
  one: { userId: string; taskId: string | undefined; action: 'read' | 'edit' },
): Promise<Task> {
  const { workspace: workspaceId } = readQuery(ctx, oneSchema);
  const taskId = uuid.safeParse(one.taskId);
  if (!taskId.success) throw new ApiError('task_unknown');
  return of.findTask({ ...one, taskId: taskId.data, workspaceId });
}

async function writableWorkspaceId(
  of: TaskEndpointParts,
  { userId, named }: { userId: string; named: unknown },
): Promise<string> {
  const checked = checkInput(namedSchema, { workspaceId: named });
  const workspaceId = checked.workspaceId ?? (await personalWorkspaceId(of, userId));
  await of.requireMember({ workspaceId, userId, action: 'edit' });
  return workspaceId;
}

async function personalWorkspaceId(of: TaskEndpointParts, userId: string): Promise<string> {
  const user = await of.directory.userById(userId);
  if (user === undefined) throw new ApiError('token_invalid');
  return user.personalWorkspaceId;
}
