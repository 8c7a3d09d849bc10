import { adoptGuest } from './adopt-guest.ts';
import { guestUserId } from './database-names.ts';
import type { BrowserDatabases } from './device-databases.ts';
import { type BookStorage, forgetSeenDatabase } from './device-book.ts';
import { findGuests } from './guest.ts';
import type { LocalDatabase } from './local-database.ts';

/** Moves what all guests of this device made into an account, one after the other; see `adoptGuest`. */
export async function adoptGuests(
  of: BrowserDatabases,
  { storage, ...parts }: { account: LocalDatabase; leavesExamples: boolean; storage: BookStorage },
): Promise<void> {
  forgetSeenDatabase(storage, guestUserId);
  for (const guest of await findGuests(of)) await adoptGuest(of, { guest, ...parts });
}
