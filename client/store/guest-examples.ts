import { guestUserId, type DatabaseOwner } from './database-names.ts';
import { type BrowserDatabases, listDatabases, withTables } from './device-databases.ts';
import { findGuests } from './guest.ts';
import type { OutboxRow } from './local-tables.ts';

/** The label of the batch that makes a first guest's examples, and of the one that puts them into the trash. */
export const exampleLabels = { add: 'seed.add', remove: 'seed.remove' } as const;

/**
 * The batches of a guest without the examples, where nothing of the person's hangs on them: they were left as they
 * were made, or only removed. Else all of them: one task of the examples that was ticked brings its project along.
 */
export function withoutUntouchedExamples(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const labels: readonly string[] = Object.values(exampleLabels);
  const examples = rows.filter(
    ({ batch, undo }) => undo === undefined && labels.includes(batch.label),
  );
  const ids = examples.flatMap(({ batch }) => batch.changes.map(({ id }) => id));
  const others = rows.filter((row) => !examples.includes(row));
  const written = JSON.stringify(others.map(({ batch }) => batch.changes));
  return ids.some((id) => written.includes(id)) ? rows : others;
}

/** How many changes people made on this device without an account; examples that nobody touched are none. */
export async function countGuestChanges(of: BrowserDatabases = {}): Promise<number> {
  const guests = await findGuests(of);
  const counts = await Promise.all(
    guests.map((guest) =>
      withTables(
        of,
        guest,
        async ({ outbox }) =>
          withoutUntouchedExamples(await outbox.orderBy('position').toArray()).length,
      ),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Whether nobody ever had anything on this device: its only database is this one of a guest, who has not written yet.
 * One with an account had a database here for as long as they were signed in.
 */
export async function isNewDevice(of: BrowserDatabases, guest: DatabaseOwner): Promise<boolean> {
  if (guest.userId !== guestUserId) return false;
  const all = await (of.indexedDB ?? indexedDB).databases();
  const others = all.filter(
    ({ name }) => name?.startsWith('taskflow.') === true && !name.includes(guest.workspaceId),
  );
  if (others.length > 0 || (await listDatabases(of, guestUserId)).length !== 1) return false;
  return withTables(of, guest, async ({ meta }) => {
    const held = await meta.get('meta');
    return held === undefined || held.nextPosition === 1;
  });
}
