import * as z from 'zod/mini';
import { uuid } from '#shared/fields';
import { parse } from '#shared/parse';

const accountSchema = z.object({
  userId: uuid,
  name: z.string(),
  email: z.string(),
  personalWorkspaceId: uuid,
});

/** Who uses this device, kept so that the app opens its data with no network and no token. It proves nothing. */
export type RememberedAccount = z.infer<typeof accountSchema>;

/** The part of `localStorage` that remembering needs. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const accountKey = 'taskflow.account';
const pendingLogoutKey = 'taskflow.pending-logout';

/** What survives a reload of the page. */
export interface AccountMemory {
  read(): RememberedAccount | undefined;
  write(account: RememberedAccount): void;
  forget(): void;
  /** A sign-out that the server has not heard of yet. */
  isLogoutPending(): boolean;
  setLogoutPending(isPending: boolean): void;
}

/** Creates the memory; what lies in storage is parsed like any input. */
export function createAccountMemory(storage: KeyValueStorage): AccountMemory {
  return {
    read() {
      const parsed = parse(accountSchema, readJson(storage.getItem(accountKey)));
      return parsed.ok ? parsed.value : undefined;
    },
    write: (account) => storage.setItem(accountKey, JSON.stringify(account)),
    forget: () => storage.removeItem(accountKey),
    isLogoutPending: () => storage.getItem(pendingLogoutKey) !== null,
    setLogoutPending(isPending) {
      if (isPending) storage.setItem(pendingLogoutKey, '1');
      else storage.removeItem(pendingLogoutKey);
    },
  };
}

function readJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
