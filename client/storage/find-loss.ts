import { databaseName, guestUserId } from '#client/store/database-names.ts';
import type { DeviceBook, HomeDatabase, Loss, SeenDatabase } from '#client/store/device-book.ts';

/** What is known at a start. */
export interface FoundAtStart {
  /** The book in `localStorage`; undefined if that was cleared, or never had one. */
  book: DeviceBook | undefined;
  /** Its copy beside the cached files; only asked for where there is no book. */
  copy: DeviceBook | undefined;
  home: HomeDatabase;
  /** Names of all databases of this origin. */
  databaseNames: readonly string[];
}

/**
 * What the browser took since the book was written. Says nothing where all is there, where nothing was (a guest who never
 * made anything), and where book and copy are both gone: somebody who clears the data of the site clears all of it.
 */
export function findLoss(found: FoundAtStart): Loss | undefined {
  const { book, copy, home } = found;
  const held = book ?? copy;
  if (held === undefined) return undefined;
  // Nobody is here, though nobody has signed out.
  const isForgotten = home.userId === guestUserId && held.openFor !== guestUserId;
  const userId = isForgotten ? held.openFor : home.userId;
  const seen = held.seen[userId];
  if (seen === undefined) return undefined;
  const isThere = isDatabaseThere(userId, seen, found);
  if (isThere && !isForgotten) return undefined;
  const isGuest = userId === guestUserId;
  if (isGuest && seen.waiting === 0) return undefined;
  const { seenMs, waiting } = seen;
  return { userId, isGuest, seenMs, waiting, what: whatOf({ isThere, isForgotten }) };
}

function whatOf({ isThere, isForgotten }: { isThere: boolean; isForgotten: boolean }) {
  if (isThere) return 'sign-in';
  return isForgotten ? 'both' : 'tasks';
}

/**
 * Whether the database of the book is the one there is. The one that is open may bear its name and yet be new; a guest may
 * have several, so one that is merely not open counts as there.
 */
export function isDatabaseThere(
  userId: string,
  seen: SeenDatabase,
  { home, databaseNames }: Pick<FoundAtStart, 'home' | 'databaseNames'>,
): boolean {
  const { workspaceId } = seen;
  if (userId === home.userId && workspaceId === home.workspaceId)
    return seen.madeAs === home.madeAs;
  return databaseNames.includes(databaseName({ userId, workspaceId }));
}
