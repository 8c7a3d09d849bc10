import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { oddTexts } from './contract-samples.ts';
import type { Directory, RefreshSession, User, WorkspaceRow } from './port.ts';

/** What every directory keeps; part of `storageContract`. */
export function directoryContract(directory: () => Directory): void {
  describe('directory: users', () => {
    test('a user is found by id and by e-mail address as it was created', async () => {
      const alice = user({});
      expect(await directory().createUser(alice)).toBe('created');
      expect(await directory().userById(alice.id)).toEqual(alice);
      expect(await directory().userByEmail(alice.email)).toEqual(alice);
      expect(await directory().userById(randomUUID())).toBeUndefined();
      expect(await directory().userByEmail('nobody@example.org')).toBeUndefined();
    });

    test('an address that has an account is taken, and its account stays as it was', async () => {
      const alice = user({});
      await directory().createUser(alice);
      const intruder = user({ email: alice.email });
      expect(await directory().createUser(intruder)).toBe('taken');
      expect(await directory().userByEmail(alice.email)).toEqual(alice);
      expect(await directory().userById(intruder.id)).toBeUndefined();
    });

    test('of twenty who ask for one address at once, one gets it', async () => {
      const email = `${randomUUID()}@example.org`;
      const asking = Array.from({ length: 20 }, () => user({ email }));
      const outcomes = await Promise.all(asking.map((one) => directory().createUser(one)));
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      const winner = asking[outcomes.indexOf('created')];
      expect(await directory().userByEmail(email)).toEqual(winner);
      const found = await Promise.all(asking.map(({ id }) => directory().userById(id)));
      expect(found.filter((one) => one !== undefined)).toEqual([winner]);
    });

    test('names are kept byte for byte', async () => {
      for (const name of oddTexts) {
        const named = user({ name });
        await directory().createUser(named);
        expect((await directory().userById(named.id))?.name).toBe(name);
      }
    });
  });

  describe('directory: sessions [R12]', () => {
    test('a session is found by the hash of its token as it was created', async () => {
      const created = session({});
      await directory().createSession(created);
      expect(await directory().sessionByHash(created.tokenHash)).toEqual(created);
      expect(await directory().sessionByHash('unknown')).toBeUndefined();
    });

    test('a rotated token is used, its successor is not', async () => {
      const first = session({});
      const successor = session({ familyId: first.familyId });
      await directory().createSession(first);
      const { tokenHash } = first;
      expect(await directory().rotateSession({ tokenHash, nowMs: 2_000, successor })).toBe(
        'rotated',
      );
      expect(await directory().sessionByHash(tokenHash)).toEqual({ ...first, usedAtMs: 2_000 });
      expect(await directory().sessionByHash(successor.tokenHash)).toEqual(successor);
    });

    test('exactly one of 20 rotations of a token at once wins, and only its successor lives', async () => {
      const first = session({});
      await directory().createSession(first);
      const successors = Array.from({ length: 20 }, () => session({ familyId: first.familyId }));
      const outcomes = await Promise.all(
        successors.map((successor) =>
          directory().rotateSession({ tokenHash: first.tokenHash, nowMs: 2_000, successor }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'rotated')).toHaveLength(1);
      const found = await Promise.all(
        successors.map(({ tokenHash }) => directory().sessionByHash(tokenHash)),
      );
      expect(found.filter((one) => one !== undefined)).toEqual([
        successors[outcomes.indexOf('rotated')],
      ]);
    });

    test('of 20 rotations to one successor at once exactly one wins, and the successor lives', async () => {
      const first = session({});
      const successor = session({ familyId: first.familyId });
      await directory().createSession(first);
      const { tokenHash } = first;
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          directory().rotateSession({ tokenHash, nowMs: 2_000, successor }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'rotated')).toHaveLength(1);
      expect(await directory().sessionByHash(successor.tokenHash)).toEqual(successor);
    });

    test('a used, expired, revoked or unknown token is gone', async () => {
      const [used, expired, revoked] = [session({}), session({ expiresAtMs: 2_000 }), session({})];
      for (const one of [used, expired, revoked]) await directory().createSession(one);
      const rotate = (tokenHash: string) =>
        directory().rotateSession({ tokenHash, nowMs: 2_000, successor: session({}) });
      await rotate(used.tokenHash);
      await directory().revokeFamily(revoked.familyId);
      expect(await rotate(used.tokenHash)).toBe('gone');
      expect(await rotate(expired.tokenHash)).toBe('gone');
      expect(await rotate(revoked.tokenHash)).toBe('gone');
      expect(await rotate('unknown')).toBe('gone');
    });

    test('revoking ends every token of a family, while rotations go on, and no other family', async () => {
      const [first, other] = [session({}), session({})];
      await directory().createSession(first);
      await directory().createSession(other);
      const successor = session({ familyId: first.familyId });
      await Promise.all([
        directory().rotateSession({ tokenHash: first.tokenHash, nowMs: 2_000, successor }),
        directory().revokeFamily(first.familyId),
      ]);
      const next = session({ familyId: first.familyId });
      for (const { tokenHash } of [first, successor]) {
        const outcome = await directory().rotateSession({
          tokenHash,
          nowMs: 2_001,
          successor: next,
        });
        expect(outcome).toBe('gone');
      }
      expect(await directory().sessionByHash(other.tokenHash)).toEqual(other);
    });

    test('only tokens that expired before the given time are removed', async () => {
      const [old, edge] = [session({ expiresAtMs: 10 }), session({ expiresAtMs: 11 })];
      for (const one of [old, edge]) await directory().createSession(one);
      await directory().removeExpiredSessions(11);
      expect(await directory().sessionByHash(old.tokenHash)).toBeUndefined();
      expect(await directory().sessionByHash(edge.tokenHash)).toEqual(edge);
    });
  });

  describe('directory: workspaces', () => {
    test('a workspace is found as it was created; creating it again changes nothing', async () => {
      const [home, club] = [workspace({ personalOf: 'alice' }), workspace({})];
      for (const one of [home, club]) await directory().createWorkspace(one);
      await directory().createWorkspace({ ...home, epoch: 'another' });
      expect(await directory().workspaceById(home.id)).toEqual(home);
      expect(await directory().workspaceById(club.id)).toEqual(club);
      expect(await directory().workspaceById(randomUUID())).toBeUndefined();
    });

    test('[R10] epochs come by workspace; unknown ones are left out', async () => {
      const [home, club] = [workspace({}), workspace({})];
      for (const one of [home, club]) await directory().createWorkspace(one);
      const epochs = await directory().epochs([home.id, randomUUID(), club.id]);
      expect(epochs).toEqual(
        new Map([
          [home.id, home.epoch],
          [club.id, club.epoch],
        ]),
      );
      expect(await directory().epochs([])).toEqual(new Map());
    });

    test('the workspaces of a person are those with a row in the index of members', async () => {
      const [alice, bob] = [randomUUID(), randomUUID()];
      const [home, club] = [workspace({ createdAtMs: 1 }), workspace({ createdAtMs: 2 })];
      for (const one of [club, home]) await directory().createWorkspace(one);
      await directory().addMember({ userId: alice, workspaceId: club.id });
      await directory().addMember({ userId: alice, workspaceId: home.id });
      await directory().addMember({ userId: alice, workspaceId: home.id });
      await directory().addMember({ userId: bob, workspaceId: club.id });
      await directory().addMember({ userId: bob, workspaceId: randomUUID() });
      expect(await directory().workspacesOf(alice)).toEqual([home, club]);
      expect(await directory().workspacesOf(bob)).toEqual([club]);
      expect(await directory().workspacesOf(randomUUID())).toEqual([]);
    });
  });
}

function user(of: Partial<User>): User {
  const id = randomUUID();
  return {
    id,
    email: `${id}@example.org`,
    name: 'Alice',
    passwordHash: '$argon2id$hash',
    createdAtMs: 1_790_000_000_000,
    personalWorkspaceId: randomUUID(),
    ...of,
  };
}

function session(of: Partial<RefreshSession>): RefreshSession {
  return {
    tokenHash: randomUUID(),
    familyId: randomUUID(),
    userId: randomUUID(),
    createdAtMs: 1_000,
    expiresAtMs: 1_790_000_000_000,
    usedAtMs: null,
    device: 'alicePhone',
    ...of,
  };
}

function workspace(of: Partial<WorkspaceRow>): WorkspaceRow {
  return {
    id: randomUUID(),
    epoch: randomUUID(),
    personalOf: null,
    createdAtMs: 1_790_000_000_000,
    ...of,
  };
}
