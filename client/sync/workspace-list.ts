import * as z from 'zod/mini';
import { uuid } from '#shared/fields';
import { roleSchema } from '#shared/permissions';

/** A workspace the person is a member of. */
export const workspaceSummarySchema = z.object({
  id: uuid,
  name: z.string(),
  role: roleSchema,
  personal: z.boolean(),
});

/** What `GET /api/workspaces` answers. A workspace that is missing from it is only paused, never deleted (R9). */
export const workspaceListSchema = z.object({ workspaces: z.array(workspaceSummarySchema) });

/** See `workspaceSummarySchema`. */
export type WorkspaceSummary = z.infer<typeof workspaceSummarySchema>;
/** See `workspaceListSchema`. */
export type WorkspaceList = z.infer<typeof workspaceListSchema>;
