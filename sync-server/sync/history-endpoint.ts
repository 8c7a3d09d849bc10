import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { uuid } from '#shared/fields';
import type { HistoryPage } from '#shared/history-message';
import { limits } from '#shared/limits';
import type { ApiRouter } from '../http/api-context.ts';
import { readQuery } from '../http/query.ts';
import { checkInput } from '../http/read-body.ts';
import type { RequireMember } from '../http/require-member.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { HistoryRequest } from './read-history.ts';

const pathSchema = z.strictObject({ workspaceId: uuid });
const historyQuery = z.strictObject({
  document: uuid,
  before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,11}$/))),
  limit: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
});

/** What the endpoint needs. */
export interface HistoryParts {
  requireSession: RequireSession;
  requireMember: RequireMember;
  readHistory: (request: HistoryRequest) => Promise<HistoryPage>;
}

/** `GET /api/workspaces/:workspaceId/history`: who changed what of one document, newest first (docs/protocol.md). */
export function addHistoryEndpoint(router: ApiRouter, of: HistoryParts): void {
  router.get('/api/workspaces/:workspaceId/history', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { workspaceId } = checkInput(pathSchema, ctx.params);
    const query = readQuery(ctx, historyQuery);
    const limit = readLimit(query.limit);
    await of.requireMember({ workspaceId, userId, action: 'read' });
    const before = query.before === undefined ? undefined : Number(query.before);
    ctx.body = await of.readHistory({ workspaceId, documentId: query.document, before, limit });
    ctx.set('Cache-Control', 'no-store');
  });
}

function readLimit(text: string | undefined): number {
  const limit = text === undefined ? limits.historyDefaultEntries : Number(text);
  if (limit >= 1 && limit <= limits.historyMaxEntries) return limit;
  throw new ApiError('query_invalid', { errors: [{ pointer: '/limit', code: 'range' }] });
}
