import { v4 } from 'uuid';
import { derivedId, memberId, type RandomBytes } from '#shared/ids';
import type { Change } from '#shared/push-message';
import type { Clock } from '../clock.ts';
import type { Directory } from '../storage/port.ts';
import type { CommitAsServer } from './commit-as-server.ts';

/** A workspace to be made, and its first member. */
export interface NewWorkspace {
  name: string;
  ownerId: string;
  ownerName: string;
  isPersonal: boolean;
  /** Makes the request repeatable: the same key of the same person names the same workspace. */
  idempotency?: { key: string; digest: string } | undefined;
}

/** Tells the devices of a person of a workspace they have come into: a hint, which may be lost. */
export type TellMember = (of: { userId: string; workspaceId: string }) => void;

/** Makes a workspace; resolves to its id. Throws ApiError `idempotency_conflict` if the key made another one. */
export type CreateWorkspace = (workspace: NewWorkspace) => Promise<string>;

/**
 * First the row with a new epoch (a row that is there already keeps its own), then the first log entry (the workspace's document and its owner's membership),
 * last the index that lets the owner find it: whatever fails between leaves nothing that anybody can see. Then the owner's
 * devices are told to ask for their list.
 */
export function createWorkspaceMaker(of: {
  directory: Directory;
  commit: CommitAsServer;
  tellMember: TellMember;
  clock: Clock;
  random: RandomBytes;
}): CreateWorkspace {
  return async (workspace) => {
    const { ownerId: userId, idempotency } = workspace;
    const id =
      idempotency === undefined
        ? v4({ random: of.random(16) })
        : derivedId('workspace', userId, idempotency.key);
    await of.directory.createWorkspace({
      id,
      epoch: Buffer.from(of.random(12)).toString('base64url'),
      personalOf: workspace.isPersonal ? userId : null,
      createdAtMs: of.clock(),
    });
    const answer = await of.commit({
      workspaceId: id,
      userId,
      changes: firstChanges(id, workspace),
      idempotency: { key: `create-workspace/${id}`, digest: idempotency?.digest ?? '' },
    });
    if (answer.outcome === 'refused') {
      throw new Error(`the first entry of workspace ${id} was refused: ${answer.code}`);
    }
    await of.directory.addMember({ userId, workspaceId: id });
    of.tellMember({ userId, workspaceId: id });
    return id;
  };
}

function firstChanges(workspaceId: string, { name, ownerId, ownerName }: NewWorkspace): Change[] {
  return [
    { kind: 'workspace', id: workspaceId, create: { name } },
    {
      kind: 'member',
      id: memberId({ workspaceId, userId: ownerId }),
      create: { userId: ownerId, name: ownerName, role: 'admin' },
    },
  ];
}
