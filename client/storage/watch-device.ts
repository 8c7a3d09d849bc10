import { guestUserId } from '#client/store/database-names.ts';
import {
  type BookStorage,
  type DeviceBook,
  type HomeDatabase,
  type Loss,
  readDeviceBook,
  writeDeviceBook,
} from '#client/store/device-book.ts';
import type { BookCopy } from './book-copy.ts';
import { findLoss, type FoundAtStart, isDatabaseThere } from './find-loss.ts';

/** What looking after the book needs. */
export interface DevicePorts {
  storage: BookStorage;
  copy: BookCopy;
  /** Names of all databases of this origin. */
  databaseNames: () => Promise<readonly string[]>;
  /** Milliseconds since 1970 by the clock of the device. */
  now: () => number;
}

/** The book of this device, open for one person. */
export interface DeviceWatch {
  /** What the browser took and the person has not put away yet; also by what another tab wrote. */
  loss: () => Loss | undefined;
  /** Notes that the database is there now, and how many changes only this device has, if that is known by now. */
  note: (waiting: number | undefined) => void;
  /** The same for a page that goes away: the copy, which its end could cut in half, stays as it is. */
  leave: (waiting: number | undefined) => void;
  /** The person has read it. */
  putAway: () => void;
}

/**
 * Compares the book with what is there, and notes what is there from now on. `isStill`: false once the person has signed
 * out, whose databases may be gone by the time the browser has answered.
 */
export async function openDeviceWatch(
  ports: DevicePorts,
  { home, isStill }: { home: HomeDatabase; isStill: () => boolean },
): Promise<DeviceWatch> {
  const copy = readDeviceBook(ports.storage) === undefined ? await ports.copy.read() : undefined;
  const databaseNames = await ports.databaseNames();
  const book = readDeviceBook(ports.storage);
  if (isStill()) {
    const found = { book, copy, home, databaseNames };
    keep(ports, bookOf({ ...found, lost: findLoss(found), nowMs: ports.now() }));
  }
  const noted = (waiting: number | undefined): DeviceBook | undefined => {
    const held = readDeviceBook(ports.storage);
    const seen = held?.seen[home.userId];
    // What was taken out of it meanwhile, by a sign-out or by a person who clears all data, stays out.
    if (held === undefined || seen?.madeAs !== home.madeAs) return undefined;
    const now = { ...seen, waiting: waiting ?? seen.waiting, seenMs: ports.now() };
    return { ...held, seen: { ...held.seen, [home.userId]: now } };
  };
  return {
    loss: () => keptLoss(readDeviceBook(ports.storage), home),
    note(waiting) {
      const book = noted(waiting);
      if (book !== undefined) keep(ports, book);
    },
    leave(waiting) {
      const book = noted(waiting);
      if (book !== undefined) writeDeviceBook(ports.storage, book);
    },
    putAway() {
      const held = readDeviceBook(ports.storage);
      if (held !== undefined) keep(ports, { seen: held.seen, openFor: held.openFor });
    },
  };
}

function keep(ports: DevicePorts, book: DeviceBook): void {
  writeDeviceBook(ports.storage, book);
  void ports.copy.write(book);
}

/** That somebody was forgotten is said to whoever is here without an account; everything else to the person themselves. */
function keptLoss(book: DeviceBook | undefined, home: HomeDatabase): Loss | undefined {
  const loss = book?.loss;
  if (loss === undefined) return undefined;
  const listener = loss.what === 'tasks' ? loss.userId : guestUserId;
  return listener === home.userId ? loss : undefined;
}

/** The book from now on: with the database that is open, and without one whose loss is being told. */
function bookOf(of: FoundAtStart & { lost: Loss | undefined; nowMs: number }): DeviceBook {
  const { home, lost, nowMs } = of;
  const held = of.book ?? of.copy;
  const before = held?.seen[home.userId];
  const isSame = before !== undefined && isDatabaseThere(home.userId, before, of);
  const { userId, workspaceId, madeAs } = home;
  const now = { workspaceId, madeAs, seenMs: nowMs, waiting: isSame ? before.waiting : 0 };
  const others = Object.entries(held?.seen ?? {}).filter(
    ([id]) => id !== lost?.userId || lost.what === 'sign-in',
  );
  const loss = lost ?? unheardLoss(held, home);
  const seen = { ...Object.fromEntries(others), [userId]: now };
  return { seen, openFor: userId, ...(loss === undefined ? {} : { loss }) };
}

/** A loss that was told before and not put away, or of somebody who is not here now. Who signed in again is not forgotten. */
function unheardLoss(book: DeviceBook | undefined, home: HomeDatabase): Loss | undefined {
  const loss = book?.loss;
  return loss?.what === 'tasks' || home.userId === guestUserId ? loss : undefined;
}
