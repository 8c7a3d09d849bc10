import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { boundedText } from '#shared/fields';
import { limits } from '#shared/limits';
import type { ApiRouter } from '../http/api-context.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { readBody } from '../http/read-body.ts';
import { readQuery } from '../http/query.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { Directory } from '../storage/port.ts';
import type { CreateWorkspace } from './create-workspace.ts';
import type { ListedWorkspace } from './list-workspaces.ts';

const newWorkspaceSchema = z.strictObject({
  name: boundedText({ min: 1, max: limits.nameMaxLength }).check(z.regex(/\S/)),
});

/** What the workspace endpoints work with. */
export interface WorkspaceEndpointParts {
  requireSession: RequireSession;
  directory: Directory;
  createWorkspace: CreateWorkspace;
  listWorkspaces: (userId: string) => Promise<ListedWorkspace[]>;
}

/** List and make workspaces. */
export function addWorkspaceEndpoints(router: ApiRouter, of: WorkspaceEndpointParts): void {
  router.get('/api/workspaces', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    readQuery(ctx, z.strictObject({}));
    ctx.body = { workspaces: await of.listWorkspaces(userId) };
  });

  router.post('/api/workspaces', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    const body = await readBody(ctx, newWorkspaceSchema);
    const owner = await of.directory.userById(userId);
    if (owner === undefined) throw new ApiError('token_invalid');
    const id = await of.createWorkspace({
      name: body.name,
      ownerId: userId,
      ownerName: owner.name,
      isPersonal: false,
      idempotency: readIdempotencyKey(ctx, body),
    });
    ctx.status = 201;
    ctx.body = (await of.listWorkspaces(userId)).find((workspace) => workspace.id === id);
  });
}
