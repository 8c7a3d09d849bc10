import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { uuid } from '#shared/fields';
import type { FoundTask } from '#shared/found-task-message';
import { searchLimits } from '#shared/search-limits';
import type { ServerSearchAnswer } from '#shared/search-message';
import type { ApiRouter } from '../http/api-context.ts';
import { readQuery } from '../http/query.ts';
import type { RequireMember } from '../http/require-member.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { SearchQuestion } from './search-tasks.ts';
import { searchWords } from './search-words.ts';

const searchLimit = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d{1,4}$/)), z.transform(Number)),
  z.int().check(z.minimum(1), z.maximum(searchLimits.maxHits)),
);
const searchQuery = z.strictObject({
  q: z.string().check(z.minLength(1), z.maxLength(searchLimits.queryMaxLength)),
  trash: z.optional(z.enum(['true', 'false'])),
  limit: z.optional(searchLimit),
  before: z.optional(uuid),
});
const noQuery = z.strictObject({});

/** What the endpoint needs; `epochOf` is the workspace's epoch on this server. */
export interface SearchEndpointParts {
  requireSession: RequireSession;
  requireMember: RequireMember;
  epochOf: (workspaceId: string) => Promise<string>;
  search: (question: SearchQuestion) => Promise<ServerSearchAnswer>;
  readTask: (of: { workspaceId: string; epoch: string; taskId: string }) => Promise<FoundTask>;
}

/** The search of tasks, and one that was found, for who does not hold them all (docs/protocol.md). */
export function addSearchEndpoints(router: ApiRouter, of: SearchEndpointParts): void {
  router.get('/api/workspaces/:id/search', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { q, trash, limit = searchLimits.defaultHits, before } = readQuery(ctx, searchQuery);
    const words = readWords(q);
    const workspaceId = readWorkspaceId(ctx.params['id']);
    await of.requireMember({ workspaceId, userId, action: 'read' });
    const epoch = await of.epochOf(workspaceId);
    const includesTrash = trash === 'true';
    ctx.body = await of.search({ workspaceId, epoch, words, includesTrash, limit, before });
  });

  router.get('/api/workspaces/:id/search/:taskId', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    readQuery(ctx, noQuery);
    const workspaceId = readWorkspaceId(ctx.params['id']);
    await of.requireMember({ workspaceId, userId, action: 'read' });
    const taskId = readTaskId(ctx.params['taskId']);
    const epoch = await of.epochOf(workspaceId);
    ctx.body = await of.readTask({ workspaceId, epoch, taskId });
  });
}

/** All words of a question must be found; signs are none, and a text without any asks for nothing. */
function readWords(q: string): string[] {
  const words = searchWords(q);
  if (words.length > 0 && words.length <= searchLimits.queryMaxWords) return words;
  const code = words.length === 0 ? 'no_words' : 'too_many_words';
  throw new ApiError('query_invalid', { errors: [{ pointer: '/q', code }] });
}

function readWorkspaceId(text: string | undefined): string {
  const workspaceId = uuid.safeParse(text);
  if (!workspaceId.success) throw new ApiError('workspace_unknown');
  return workspaceId.data;
}

function readTaskId(text: string | undefined): string {
  const taskId = uuid.safeParse(text);
  if (!taskId.success) throw new ApiError('task_unknown');
  return taskId.data;
}
