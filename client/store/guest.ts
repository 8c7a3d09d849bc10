import { v4 } from 'uuid';
import { documentKinds } from '#shared/document-kinds';
import type { RandomBytes } from '#shared/ids';
import { type DatabaseOwner, guestUserId } from './database-names.ts';
import {
  type BrowserDatabases,
  type DatabaseSummary,
  summarizeDatabases,
} from './device-databases.ts';
import type { LocalDatabase } from './local-database.ts';

/** The database a guest works in: the one there is, else a new one with a workspace of its own making. */
export async function guestOwner(
  of: BrowserDatabases,
  random: RandomBytes,
): Promise<DatabaseOwner> {
  const guests = await findGuests(of);
  // One that was caught moving takes no more batches; it is adopted by the next sign-in.
  const open = guests.find(({ isClosing }) => !isClosing);
  const workspaceId = open?.workspaceId ?? v4({ random: random(16) });
  return { userId: guestUserId, workspaceId };
}

/** The guest databases of this device, with how many batches each would bring into an account. */
export async function findGuests(of: BrowserDatabases): Promise<DatabaseSummary[]> {
  return summarizeDatabases(of, guestUserId);
}

/** Whether people have made anything in an account, as far as this device knows: then sign-in asks before it adds. */
export async function hasData(database: LocalDatabase): Promise<boolean> {
  const { tables } = database;
  if ((await tables.outbox.count()) > 0) return true;
  const written = new Set(
    documentKinds.flatMap(({ kind, writer }) => (writer === 'person' ? [kind] : [])),
  );
  return (await tables.documents.filter(({ kind }) => written.has(kind)).first()) !== undefined;
}
