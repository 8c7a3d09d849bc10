import * as z from 'zod/mini';
import { uuid } from '#shared/fields';
import { limits } from '#shared/limits';
import type { ApiRouter } from '../http/api-context.ts';
import { checkInput, readBody } from '../http/read-body.ts';
import type { RequireMember } from '../http/require-member.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { TrashPurge } from './purge-trash.ts';

const bodySchema = z.strictObject({
  documentIds: z.array(uuid).check(z.minLength(1), z.maxLength(limits.batchMaxChanges)),
});
const pathSchema = z.strictObject({ workspaceId: uuid });

/** What the trash endpoint works with. */
export interface TrashEndpointParts {
  requireSession: RequireSession;
  requireMember: RequireMember;
  trash: Pick<TrashPurge, 'purge'>;
}

/** Deletes for good what is in the trash; only an administrator may, since nobody can bring it back. */
export function addTrashEndpoints(router: ApiRouter, of: TrashEndpointParts): void {
  router.post('/api/workspaces/:workspaceId/purge', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const { workspaceId } = checkInput(pathSchema, ctx.params);
    const { documentIds } = await readBody(ctx, bodySchema);
    await of.requireMember({ workspaceId, userId, action: 'manage' });
    ctx.body = { purged: await of.trash.purge({ workspaceId, userId, documentIds }) };
  });
}
