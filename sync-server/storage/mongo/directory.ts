import type { Collections, SessionRecord, UserRecord, WorkspaceRecord } from './collections.ts';
import { keyUnder, keysUnder } from './keys.ts';
import { guarded, isDuplicate } from './mongo-errors.ts';
import type { Directory, RefreshSession, User, WorkspaceRow } from '../port.ts';

/** The directory in MongoDB, without transactions: each step leaves a state that harms nobody if it is the last. */
export function createMongoDirectory(collections: Collections): Directory {
  return {
    ...createUsers(collections),
    ...createSessions(collections),
    ...createWorkspaces(collections),
  };
}

type Users = Pick<Directory, 'createUser' | 'userById' | 'userByEmail'>;

/**
 * The account exists once its address points to it. The user is written before, so that a crash between leaves a row
 * that nobody finds and an address that is still free.
 */
function createUsers({ users, emails }: Pick<Collections, 'users' | 'emails'>): Users {
  async function readUser(id: string): Promise<User | undefined> {
    const record = await users.findOne({ _id: id });
    return record === null ? undefined : userOf(record);
  }

  async function createUser({ id, ...rest }: User): Promise<'created' | 'taken'> {
    if ((await emails.findOne({ _id: rest.email })) !== null) return 'taken';
    await users.insertOne({ _id: id, ...rest });
    if (await insertOnce(emails, { _id: rest.email, userId: id })) return 'created';
    const holder = await emails.findOne({ _id: rest.email });
    if (holder?.userId === id) return 'created';
    await users.deleteOne({ _id: id });
    return 'taken';
  }

  async function readUserByEmail(email: string): Promise<User | undefined> {
    const holder = await emails.findOne({ _id: email });
    return holder === null ? undefined : readUser(holder.userId);
  }

  return {
    createUser: (user) => guarded(() => createUser(user)),
    userById: (id) => guarded(() => readUser(id)),
    userByEmail: (email) => guarded(() => readUserByEmail(email)),
  };
}

type Sessions = Pick<
  Directory,
  'createSession' | 'sessionByHash' | 'rotateSession' | 'revokeFamily' | 'removeExpiredSessions'
>;

function createSessions({ sessions }: Pick<Collections, 'sessions'>): Sessions {
  async function readSession(tokenHash: string): Promise<RefreshSession | undefined> {
    const record = await sessions.findOne({ _id: tokenHash });
    return record === null ? undefined : sessionOf(record);
  }

  /**
   * The successor is written before: until the old token is used nobody knows the new one, and after it must be there.
   * Racing calls may bring one and the same successor; who loses removes only one that nobody else made live.
   */
  async function rotate(
    of: Parameters<Directory['rotateSession']>[0],
  ): Promise<'rotated' | 'gone'> {
    const { tokenHash, nowMs, successor } = of;
    const unused = { _id: tokenHash, usedAtMs: null, expiresAtMs: { $gt: nowMs } };
    if ((await sessions.findOne(unused)) === null) return 'gone';
    const successorHash = successor.tokenHash;
    await insertOnce(sessions, sessionRecord(successor));
    const use = { $set: { usedAtMs: nowMs, successorHash } };
    const { modifiedCount } = await sessions.updateOne(unused, use);
    if (modifiedCount === 1) return 'rotated';
    const winner = await sessions.findOne({ _id: tokenHash });
    if (winner?.successorHash !== successorHash) await sessions.deleteOne({ _id: successorHash });
    return 'gone';
  }

  /** Until none is found, as a rotation may add one while the others go. */
  async function revoke(familyId: string): Promise<void> {
    while ((await sessions.deleteMany({ familyId })).deletedCount > 0);
  }

  return {
    async createSession(session) {
      await guarded(() => sessions.insertOne(sessionRecord(session)));
    },
    sessionByHash: (tokenHash) => guarded(() => readSession(tokenHash)),
    rotateSession: (of) => guarded(() => rotate(of)),
    revokeFamily: (familyId) => guarded(() => revoke(familyId)),
    async removeExpiredSessions(beforeMs) {
      await guarded(() => sessions.deleteMany({ expiresAtMs: { $lt: beforeMs } }));
    },
  };
}

type Workspaces = Pick<
  Directory,
  'createWorkspace' | 'workspaceById' | 'workspaceIds' | 'epochs' | 'addMember' | 'workspacesOf'
>;

function createWorkspaces({
  workspaces,
  members,
}: Pick<Collections, 'workspaces' | 'members'>): Workspaces {
  async function readWorkspace(id: string): Promise<WorkspaceRow | undefined> {
    const record = await workspaces.findOne({ _id: id });
    return record === null ? undefined : workspaceOf(record);
  }

  async function readWorkspacesOf(userId: string): Promise<WorkspaceRow[]> {
    const rows = await members.find({ _id: keysUnder(userId) }).toArray();
    const _id = { $in: rows.map(({ workspaceId }) => workspaceId) };
    const records = await workspaces.find({ _id }, { sort: { createdAtMs: 1, _id: 1 } }).toArray();
    return records.map(workspaceOf);
  }

  return {
    async createWorkspace({ id, ...rest }) {
      await guarded(() => insertOnce(workspaces, { _id: id, ...rest }));
    },
    workspaceById: (id) => guarded(() => readWorkspace(id)),
    async workspaceIds({ afterId, limit }) {
      const options = { sort: { _id: 1 }, projection: { _id: 1 }, limit } as const;
      const query = { _id: { $gt: afterId } };
      const records = await guarded(() => workspaces.find(query, options).toArray());
      return records.map(({ _id }) => _id);
    },
    async epochs(workspaceIds) {
      const query = { _id: { $in: [...workspaceIds] } };
      const records = await guarded(() => workspaces.find(query).toArray());
      return new Map(records.map(({ _id, epoch }) => [_id, epoch]));
    },
    async addMember({ userId, workspaceId }) {
      const _id = keyUnder(userId, workspaceId);
      await guarded(() => insertOnce(members, { _id, workspaceId }));
    },
    workspacesOf: (userId) => guarded(() => readWorkspacesOf(userId)),
  };
}

/** Inserts a record; false when its key is there already. */
async function insertOnce<T>(
  collection: { insertOne(record: T): Promise<unknown> },
  record: T,
): Promise<boolean> {
  try {
    await collection.insertOne(record);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

function userOf({ _id, ...rest }: UserRecord): User {
  return { id: _id, ...rest };
}

function sessionRecord({ tokenHash, ...rest }: RefreshSession): SessionRecord {
  return { _id: tokenHash, ...rest };
}

function sessionOf({ _id, successorHash: _successor, ...rest }: SessionRecord): RefreshSession {
  return { tokenHash: _id, ...rest };
}

function workspaceOf({ _id, ...rest }: WorkspaceRecord): WorkspaceRow {
  return { id: _id, ...rest };
}
