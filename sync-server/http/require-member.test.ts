import { describe, expect, test } from 'vitest';
import type { Role, WorkspaceAction } from '#shared/permissions';
import type { Membership } from '../workspaces/membership.ts';
import { createMemberStep } from './require-member.ts';

function ask(membership: Membership | undefined, action: WorkspaceAction) {
  const requireMember = createMemberStep(() => Promise.resolve(membership));
  return requireMember({ workspaceId: 'garden', userId: 'alice', action });
}

describe('members', () => {
  test('[R9] a stranger learns nothing', async () => {
    await expect(ask(undefined, 'read')).rejects.toMatchObject({ code: 'workspace_unknown' });
  });

  test('[R9] who is no longer a member learns by which entry, whatever they ask for', async () => {
    for (const action of ['read', 'manage'] as const) {
      await expect(ask({ role: null, seq: 7, epoch: 'e' }, action)).rejects.toMatchObject({
        code: 'membership_ended',
        details: { members: { seq: 7, epoch: 'e' } },
      });
    }
  });

  test.each<[Role, WorkspaceAction, boolean]>([
    ['viewer', 'read', true],
    ['viewer', 'comment', false],
    ['commenter', 'comment', true],
    ['commenter', 'edit', false],
    ['member', 'edit', true],
    ['member', 'manage', false],
    ['admin', 'manage', true],
  ])('[R9] a %s asks to %s', async (role, action, isAllowed) => {
    const asked = ask({ role, seq: 1, epoch: 'e' }, action);
    if (isAllowed) expect(await asked).toBe(role);
    else await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
  });
});
