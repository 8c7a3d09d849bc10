import { createAuthRequests } from '#client/session/auth-requests.ts';
import { createAccountMemory, type KeyValueStorage } from '#client/session/remembered-account.ts';
import { createSession, type Session } from '#client/session/session.ts';
import type { Scheduler } from '#client/sync/scheduler.ts';
import type { TabLink } from './device-network.ts';
import type { TabLocks } from './memory-locks.ts';

/** Somebody with an account on the server of the run. */
export interface Person {
  email: string;
  password: string;
  name: string;
  userId: string;
  personalWorkspaceId: string;
}

const tryAgainAfterMs = 1_000;

/** What the session of a tab is made from. */
interface SessionParts {
  person: Person;
  link: TabLink;
  locks: TabLocks;
  storage: KeyValueStorage;
  scheduler: Scheduler;
  /** The person had to give the password. */
  onPassword: () => void;
}

/**
 * The app's own session in one tab, and the person who gives the password whenever it asks: on a new device, and after
 * the server has forgotten a session. `ready` resolves at the first sign-in, at once where the device remembers one.
 */
export function openHeadlessSession(of: SessionParts): { session: Session; ready: Promise<void> } {
  const { person, link, locks, storage, scheduler } = of;
  const session = createSession({
    loadRequests: () => Promise.resolve(createAuthRequests(link.fetch)),
    memory: createAccountMemory(storage),
    locks: { request: (name, run) => locks.turn(name, run) },
    scheduler,
  });
  const signIn = async (): Promise<void> => {
    while (session.state().name !== 'signed-in') {
      const { email, password } = person;
      const { outcome } = await session.login({ email, password });
      if (outcome === 'signed-in') return of.onPassword();
      await new Promise<void>((resolve) => scheduler.after(tryAgainAfterMs, resolve));
    }
    return undefined;
  };
  const ready = signIn();
  session.state$.subscribe(({ name }) => {
    if (name === 'needs-sign-in') scheduler.after(tryAgainAfterMs, () => void signIn());
  });
  return { session, ready };
}

/** `localStorage` of one device. */
export function createDeviceStorage(from: ReadonlyMap<string, string> = new Map()) {
  const held = new Map(from);
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

/** Registers somebody new over HTTP; throws Error where the server refuses. */
export async function registerPerson(
  url: string,
  of: Pick<Person, 'email' | 'password' | 'name'>,
): Promise<Person> {
  const requests = createAuthRequests(fetch, url);
  const registered = await requests.register(of);
  if (registered.name !== 'answered') throw new Error(`${of.name} could not register`);
  const { accessToken, user } = registered.answer;
  const personal = await requests.personalWorkspaceId(accessToken);
  if (personal.name !== 'answered' || personal.answer === undefined) {
    throw new Error(`${of.name} has no workspace`);
  }
  return { ...of, userId: user.id, personalWorkspaceId: personal.answer };
}
