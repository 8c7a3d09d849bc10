import { type DatabaseOwner, databaseName } from './database-names.ts';
import { type BrowserDatabases, deleteDatabase, withTables } from './device-databases.ts';
import { withoutUntouchedExamples } from './guest-examples.ts';
import type { LocalDatabase } from './local-database.ts';
import type { LocalTables, OutboxRow, StoredMeta } from './local-tables.ts';
import { renumbered } from './renumbered.ts';
import type { TransactionScope } from './store-transaction.ts';

/**
 * Moves a guest's batches into an account (R12, A10) and deletes the guest's database. Where the account's
 * database was never written, the guest's deviceId, numbers and stamps move unchanged; else the batches follow its
 * own, and only their stamps stay. The other choice at sign-in, to keep both apart, is to leave the guest's
 * database alone. A crash at any point is healed by doing it again. Returns how many batches moved now.
 * `leavesExamples`: examples that nobody touched stay behind, and so are gone; what is left is numbered anew then.
 */
export async function adoptGuest(
  of: BrowserDatabases,
  parts: { guest: DatabaseOwner; account: LocalDatabase; leavesExamples?: boolean },
): Promise<number> {
  const { guest, account, leavesExamples = false } = parts;
  const found = await withTables(of, guest, lockGuest);
  const moving = leavesExamples && found !== undefined ? withoutExamples(found) : found;
  // By device too: whoever works on without an account later may get a database of the same name.
  const known = `${databaseName(guest)}/${moving?.meta.deviceId}`;
  const moved =
    moving === undefined
      ? 0
      : await account.transact(async (scope) => {
          const { meta } = scope;
          if (meta.adoptedGuests.includes(known)) return { result: 0 };
          const adopted = await adopt(account.tables, scope, moving);
          const adoptedGuests = [...meta.adoptedGuests, known];
          return { result: moving.rows.length, meta: { ...adopted, adoptedGuests } };
        });
  await deleteDatabase(of, guest);
  return moved;
}

interface Moving {
  meta: StoredMeta;
  rows: readonly OutboxRow[];
  /** Nothing was left behind: the numbers have no gaps. */
  isAll: boolean;
}

function withoutExamples(found: Moving): Moving {
  const rows = withoutUntouchedExamples(found.rows);
  return { ...found, rows, isAll: rows.length === found.rows.length };
}

/** From here on the guest's other tabs cannot add what would be deleted unseen. */
async function lockGuest(tables: LocalTables): Promise<Moving | undefined> {
  return tables.transaction('rw', tables.meta, tables.outbox, async () => {
    const meta = await tables.meta.get('meta');
    if (meta === undefined) return undefined;
    await tables.meta.put({ ...meta, isClosing: true });
    const rows = await tables.outbox.orderBy('position').toArray();
    return { meta, rows, isAll: true };
  });
}

async function adopt(
  tables: LocalTables,
  { meta, rev }: TransactionScope,
  guest: Moving,
): Promise<StoredMeta> {
  const isUnused = meta.nextPosition === 1 && meta.settledN === 0;
  if (isUnused && guest.isAll) {
    await tables.outbox.bulkAdd(guest.rows.map((row) => ({ ...row, rev })));
    const { deviceId, nextN, nextPosition, clock } = guest.meta;
    return { ...meta, deviceId, nextN, nextPosition, clock };
  }
  await tables.outbox.bulkAdd(
    guest.rows.map((row, index) => ({
      ...renumbered(row, meta.deviceId, meta.nextN + index),
      position: meta.nextPosition + index,
      rev,
    })),
  );
  const count = guest.rows.length;
  return { ...meta, nextN: meta.nextN + count, nextPosition: meta.nextPosition + count };
}
