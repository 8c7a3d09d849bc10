/** Whose and which workspace's database; both ids are UUIDs. */
export interface DatabaseOwner {
  userId: string;
  workspaceId: string;
}

/** The user id of whoever works here without an account. */
export const guestUserId = '00000000-0000-4000-8000-000000000001';

const pattern = /^taskflow\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/** The name of the database of one user and workspace: another user gets another database (R12). */
export function databaseName({ userId, workspaceId }: DatabaseOwner): string {
  return `taskflow.${userId}.${workspaceId}`;
}

/** The name of the database that keeps a user's sealed batches (R9). */
export function sealedDatabaseName(userId: string): string {
  return `taskflow.${userId}.sealed`;
}

/** Reads what `databaseName` wrote; `undefined` for any other name. */
export function readDatabaseName(name: string): DatabaseOwner | undefined {
  const [, userId, workspaceId] = pattern.exec(name) ?? [];
  return userId === undefined || workspaceId === undefined ? undefined : { userId, workspaceId };
}
