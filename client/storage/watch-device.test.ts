import { expect, test } from 'vitest';
import { databaseName, guestUserId } from '#client/store/database-names.ts';
import {
  type DeviceBook,
  deviceBookKey,
  forgetSeenDatabase,
  type HomeDatabase,
  leaveSeenDatabase,
  readDeviceBook,
} from '#client/store/device-book.ts';
import { openDeviceWatch } from './watch-device.ts';

const alice = 'a1111111-1111-4111-8111-111111111111';
const aliceHome: HomeDatabase = { userId: alice, workspaceId: 'alice-home', madeAs: 'first' };
const guestHome: HomeDatabase = { userId: guestUserId, workspaceId: 'guest-1', madeAs: 'first' };

/** A browser whose parts can be cleared one by one. */
function createProfile() {
  const rows = new Map<string, string>();
  const profile = {
    databases: new Set<string>(),
    copy: undefined as DeviceBook | undefined,
    nowMs: 1_000,
    storage: {
      getItem: (key: string) => rows.get(key) ?? null,
      setItem: (key: string, value: string) => void rows.set(key, value),
    },
    clearDatabases: () => profile.databases.clear(),
    clearLocalStorage: () => rows.clear(),
    clearCaches: () => {
      profile.copy = undefined;
    },
    /** A start of the app; the database of its person is there from then on. */
    start: (home: HomeDatabase, isStill = () => true) => {
      profile.databases.add(databaseName(home));
      const ports = {
        storage: profile.storage,
        copy: {
          read: async () => profile.copy,
          write: async (book: DeviceBook) => {
            profile.copy = book;
          },
        },
        databaseNames: async () => [...profile.databases],
        now: () => profile.nowMs,
      };
      return openDeviceWatch(ports, { home, isStill });
    },
  };
  return profile;
}

test('a start that finds what was there says nothing, nor does the first one', async () => {
  const profile = createProfile();
  const first = await profile.start(aliceHome);
  first.note(3);
  expect(first.loss()).toBeUndefined();
  expect((await profile.start(aliceHome)).loss()).toBeUndefined();
});

test('an account whose databases were cleared is told when it was seen and how much waited, until it has read it', async () => {
  const profile = createProfile();
  (await profile.start(aliceHome)).note(3);
  profile.clearDatabases();
  profile.nowMs = 9_000;
  const anew = { ...aliceHome, madeAs: 'second' };
  const loss = { userId: alice, what: 'tasks', isGuest: false, seenMs: 1_000, waiting: 3 };
  expect((await profile.start(anew)).loss()).toEqual(loss);
  const again = await profile.start(anew);
  expect(again.loss()).toEqual(loss);
  again.putAway();
  expect((await profile.start(anew)).loss()).toBeUndefined();
});

test('a guest is told that what was only here is gone, unless they had made nothing', async () => {
  for (const waiting of [0, 2]) {
    const profile = createProfile();
    (await profile.start(guestHome)).note(waiting);
    profile.clearDatabases();
    profile.clearCaches();
    const watch = await profile.start({ ...guestHome, workspaceId: 'guest-2', madeAs: 'second' });
    expect(watch.loss()?.what).toBe(waiting === 0 ? undefined : 'tasks');
  }
});

test('without localStorage the copy says who was signed in, and that nothing else is lost', async () => {
  const profile = createProfile();
  (await profile.start(aliceHome)).note(2);
  profile.clearLocalStorage();
  const guest = await profile.start(guestHome);
  expect(guest.loss()).toMatchObject({ what: 'sign-in', isGuest: false, waiting: 2 });
  // Signed in again, nobody is forgotten, and the database is the one there was.
  expect((await profile.start(aliceHome)).loss()).toBeUndefined();
  leaveSeenDatabase(profile.storage, alice);
  expect((await profile.start(guestHome)).loss()).toBeUndefined();
});

test('without localStorage and databases the copy says that both are gone, once', async () => {
  const profile = createProfile();
  (await profile.start(aliceHome)).note(2);
  profile.clearLocalStorage();
  profile.clearDatabases();
  expect((await profile.start(guestHome)).loss()).toMatchObject({ what: 'both', waiting: 2 });
  const anew = { ...aliceHome, madeAs: 'second' };
  expect((await profile.start(anew)).loss()).toBeUndefined();
});

test('who is not here and has not signed out was forgotten, though the book is there', async () => {
  const profile = createProfile();
  (await profile.start(aliceHome)).note(2);
  expect((await profile.start(guestHome)).loss()).toMatchObject({ what: 'sign-in', waiting: 2 });
});

test('a page that goes away leaves the copy as it is', async () => {
  const profile = createProfile();
  const watch = await profile.start(aliceHome);
  watch.note(2);
  const { copy } = profile;
  watch.leave(3);
  expect(profile.copy).toBe(copy);
  expect(readDeviceBook(profile.storage)?.seen[alice]?.waiting).toBe(3);
});

test('a guest who loses only localStorage has lost no task, and hears nothing', async () => {
  const profile = createProfile();
  (await profile.start(guestHome)).note(2);
  profile.clearLocalStorage();
  expect((await profile.start(guestHome)).loss()).toBeUndefined();
});

test('who clears all data of the site is told nothing, also not by a tab that is still open', async () => {
  const profile = createProfile();
  const open = await profile.start(guestHome);
  open.note(5);
  profile.clearDatabases();
  profile.clearLocalStorage();
  profile.clearCaches();
  open.note(5);
  const watch = await profile.start({ ...guestHome, workspaceId: 'guest-2', madeAs: 'second' });
  expect(watch.loss()).toBeUndefined();
});

test('[R12] what the app deletes itself at a sign-out is no loss, nor what ends while the browser answers', async () => {
  const profile = createProfile();
  const open = await profile.start(aliceHome);
  open.note(4);
  forgetSeenDatabase(profile.storage, alice);
  profile.clearDatabases();
  open.note(4);
  expect(readDeviceBook(profile.storage)?.seen[alice]).toBeUndefined();
  const anew = { ...aliceHome, madeAs: 'second' };
  await profile.start(anew, () => false);
  expect(readDeviceBook(profile.storage)?.seen[alice]).toBeUndefined();
  expect((await profile.start(anew)).loss()).toBeUndefined();
});

test('[R12] what was kept locked at a sign-out and cleared since is told at the next sign-in', async () => {
  const profile = createProfile();
  (await profile.start(aliceHome)).note(4);
  leaveSeenDatabase(profile.storage, alice);
  const guest = await profile.start(guestHome);
  expect(guest.loss()).toBeUndefined();
  guest.note(0);
  profile.clearDatabases();
  await profile.start({ ...guestHome, workspaceId: 'guest-2', madeAs: 'second' });
  const watch = await profile.start({ ...aliceHome, madeAs: 'second' });
  expect(watch.loss()).toMatchObject({ what: 'tasks', waiting: 4 });
});

test('one of several databases of guests that is not open is not lost', async () => {
  const profile = createProfile();
  (await profile.start(guestHome)).note(2);
  const watch = await profile.start({ ...guestHome, workspaceId: 'guest-0', madeAs: 'second' });
  expect(watch.loss()).toBeUndefined();
});

test('a book that cannot be read counts as none', async () => {
  const profile = createProfile();
  profile.storage.setItem(deviceBookKey, '{"seen":');
  expect((await profile.start(guestHome)).loss()).toBeUndefined();
});
