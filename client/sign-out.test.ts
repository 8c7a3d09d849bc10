import { expect, onTestFinished, test, vi } from 'vitest';
import type { AuthRequests } from '#client/session/auth-requests.ts';
import { createAccountMemory, type KeyValueStorage } from '#client/session/remembered-account.ts';
import { createSession, type Session } from '#client/session/session.ts';
import { guestUserId } from '#client/store/database-names.ts';
import { readDeviceBook, writeDeviceBook } from '#client/store/device-book.ts';
import { listDatabases } from '#client/store/device-databases.ts';
import { alice, createDevice, home } from '#client/store/testing/device.ts';
import { signOut } from '#client/sign-out.ts';
import { ownerCache } from '#shared/background-sync';

function createMemory(rows: [string, string][] = []): KeyValueStorage {
  const stored = new Map(rows);
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  };
}

/** Alice is signed in, and the server never answers. */
function aliceSession(): Session {
  const silent = () => new Promise<never>(() => undefined);
  const requests: AuthRequests = {
    register: silent,
    login: silent,
    refresh: silent,
    logout: silent,
    me: silent,
    personalWorkspaceId: silent,
  };
  const account = { userId: alice, name: 'Alice', email: 'a@b.c', personalWorkspaceId: home };
  const memory = createAccountMemory(createMemory([['taskflow.account', JSON.stringify(account)]]));
  const scheduler = { now: () => 0, after: () => () => undefined };
  const loadRequests = () => Promise.resolve(requests);
  return createSession({
    loadRequests,
    memory,
    locks: { request: (_name, run) => run() },
    scheduler,
  });
}

test.for(['clear', 'keep'] as const)(
  '[R12] signing out (%s) closes the account’s data though the server does not answer',
  async (how) => {
    const device = createDevice();
    const database = await device.openTab();
    const session = aliceSession();
    const storage = createMemory();
    const seen = { workspaceId: home, madeAs: 'a', seenMs: 0, waiting: 3 };
    writeDeviceBook(storage, { seen: { [alice]: seen }, openFor: alice });
    storage.setItem(`taskflow.first.${alice}`, '[]');
    storage.setItem('taskflow.preferences', '{}');
    let isGuestOpen = false;
    void signOut({
      session,
      how,
      databases: device,
      storage,
      openGuest: async () => {
        database.close();
        isGuestOpen = true;
      },
    });
    await expect
      .poll(async () => (await listDatabases(device, alice)).length)
      .toBe(how === 'clear' ? 0 : 1);
    expect(isGuestOpen).toBe(true);
    expect(storage.getItem(`taskflow.first.${alice}`) !== null).toBe(how === 'keep');
    expect(storage.getItem('taskflow.preferences')).toBe('{}');
    expect(session.state()).toEqual({ name: 'signed-out' });
    // Who comes back is told of a loss only where the browser took what was kept.
    const book = readDeviceBook(storage);
    expect(book?.seen[alice] !== undefined).toBe(how === 'keep');
    expect(book?.openFor).toBe(guestUserId);
  },
);

test.for(['clear', 'keep'] as const)(
  '[R12] after signing out (%s) the service worker knows nobody whose changes it may send',
  async (how) => {
    const forgotten: string[] = [];
    vi.stubGlobal('caches', { delete: async (name: string) => forgotten.push(name) > 0 });
    onTestFinished(() => void vi.unstubAllGlobals());
    const session = aliceSession();
    void signOut({
      session,
      how,
      databases: createDevice(),
      storage: createMemory(),
      openGuest: async () => {
        expect(forgotten).toEqual([ownerCache]);
        throw new Error('enough');
      },
    }).catch(() => undefined);
    await vi.waitFor(() => expect(session.state().name).toBe('signed-out'));
    expect(forgotten).toEqual([ownerCache]);
  },
);
