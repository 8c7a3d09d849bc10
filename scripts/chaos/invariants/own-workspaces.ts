import type { ChaosInvariant } from './chaos-invariant.ts';

/** [R9] A device holds only workspaces that its person may read, and each database only documents of its workspace. */
export const ownWorkspaces: ChaosInvariant = ({ facts }) =>
  facts.databases.flatMap(({ device, userId, workspaceId, documentsOf }) => {
    const strangers = documentsOf.filter((named) => named !== workspaceId);
    const mayRead = facts.readable.get(userId)?.has(workspaceId) === true;
    return [
      ...strangers.map((named) => `${device} holds documents of ${named} in ${workspaceId}`),
      ...(mayRead ? [] : [`${device} holds ${workspaceId}, which ${userId} may not read`]),
    ];
  });
