import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { deviceIdSchema, uuid } from '#shared/fields';
import { limits } from '#shared/limits';
import { checkpointSchema, readCheckpoint } from '#shared/pull-message';
import type { ApiRouter } from '../http/api-context.ts';
import { readQuery } from '../http/query.ts';
import type { RequireMember } from '../http/require-member.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { PageRequest } from './read-page.ts';

const pullQuery = z.strictObject({
  workspace: uuid,
  after: z.optional(z.string()),
  from: z.optional(z.string().check(z.regex(/^\d{1,12}$/))),
  limit: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
  epoch: z.optional(z.string().check(z.maxLength(64))),
  device: z.optional(deviceIdSchema),
});

/** What the endpoint needs; `epochOf` is the workspace's epoch on this server. */
export interface PullParts {
  requireSession: RequireSession;
  requireMember: RequireMember;
  epochOf: (workspaceId: string) => Promise<string>;
  readPage: (request: PageRequest) => Promise<string>;
  now: () => number;
}

/** `GET /api/sync/pull`: the documents after a checkpoint, a page at a time (docs/protocol.md). */
export function addPullEndpoint(router: ApiRouter, of: PullParts): void {
  router.get('/api/sync/pull', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const query = readQuery(ctx, pullQuery);
    const workspaceId = query.workspace;
    const limit = readLimit(query.limit);
    const after = readAfter(query.after);
    await of.requireMember({ workspaceId, userId, action: 'read' });
    const epoch = await of.epochOf(workspaceId);
    if (query.epoch !== undefined && query.epoch !== epoch) throw new ApiError('epoch_changed');
    const from = Number(query.from ?? 0);
    const deviceId = query.device;
    ctx.body = await of.readPage({ workspaceId, userId, epoch, after, from, limit, deviceId });
    ctx.type = 'application/json';
    ctx.set('Cache-Control', 'no-store');
    ctx.set('X-TaskFlow-Time', String(of.now()));
  });
}

function readAfter(text: string | undefined): PageRequest['after'] {
  const checkpoint = checkpointSchema.safeParse(text ?? '0');
  if (!checkpoint.success) throw new ApiError('checkpoint_invalid');
  return readCheckpoint(checkpoint.data);
}

function readLimit(text: string | undefined): number {
  const limit = text === undefined ? limits.pullDefaultDocuments : Number(text);
  if (limit >= 1 && limit <= limits.pullMaxDocuments) return limit;
  throw new ApiError('query_invalid', { errors: [{ pointer: '/limit', code: 'range' }] });
}
