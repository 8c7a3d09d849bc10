import { memberId } from '#shared/ids';
import type { Change } from '#shared/push-message';
import type { Storage } from '#server/storage/port';
import type { Person } from './headless-session.ts';
import { createJobSync } from './job-sync.ts';

/** Whose workspace it is and whom it is about. */
interface MemberCommand {
  workspaceId: string;
  admin: Person;
  member: Person;
}

/**
 * Makes somebody a member, as a command of the server does that opens the storage itself. An embedded storage must not
 * be held by a server meanwhile.
 */
export async function addMember(storage: Storage, of: MemberCommand): Promise<void> {
  const { workspaceId, member } = of;
  const { userId, name } = member;
  const id = memberId({ workspaceId, userId });
  const create = { userId, name, role: 'member' };
  await commit(storage, of, { kind: 'member', id, create });
  await storage.directory.addMember({ userId, workspaceId });
}

/** Ends a membership; resolves to the entry that ended it (R9). */
export function removeMember(storage: Storage, of: MemberCommand): Promise<number> {
  const id = memberId({ workspaceId: of.workspaceId, userId: of.member.userId });
  return commit(storage, of, {
    kind: 'member',
    id,
    group: 'role',
    value: { role: null },
    base: null,
  });
}

async function commit(storage: Storage, of: MemberCommand, change: Change): Promise<number> {
  const failures: unknown[] = [];
  const sync = createJobSync(storage, (error) => failures.push(error));
  const { workspaceId, admin } = of;
  const command = { workspaceId, userId: admin.userId, changes: [change] };
  const { seq, outcome, code } = await sync.commitAsServer(command);
  await sync.close();
  if (outcome !== 'committed') throw new Error(`the member command was refused: ${code}`);
  if (failures.length > 0) throw new Error('the view could not follow', { cause: failures[0] });
  return seq;
}
