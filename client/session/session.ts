import { BehaviorSubject, type Observable } from 'rxjs';
import type { Problem } from '#shared/api-error';
import type { Answer, AuthRequests, User } from './auth-requests.ts';
import type { AccountMemory, RememberedAccount } from './remembered-account.ts';
import type { ServerSession } from './server-session.ts';

/** Whether somebody uses this device by name, and whether the server still knows them. It never blocks the app. */
export type SessionState =
  | { name: 'signed-out' }
  | { name: 'signed-in'; account: RememberedAccount }
  | { name: 'needs-sign-in'; account: RememberedAccount };

/** What an attempt to sign in came to. */
export type SignInOutcome =
  | { outcome: 'signed-in'; account: RememberedAccount }
  | { outcome: 'refused'; problem: Problem }
  | { outcome: 'unreachable' };

/** A token to send, or why there is none now. */
export type AccessToken =
  | { name: 'token'; token: string }
  | { name: 'needs-sign-in' }
  | { name: 'offline' };

/** What the session works with; the composition root hands in the browser's own. */
export interface SessionPorts {
  /** Loads the account routes: nobody waits for them to see the list. */
  loadRequests: () => Promise<AuthRequests>;
  memory: AccountMemory;
  /** `navigator.locks`: tabs share one refresh cookie, so they renew one after another. */
  locks: { request<T>(name: string, run: () => Promise<T>): Promise<T> };
  scheduler: { now(): number; after(delayMs: number, run: () => void): () => void };
}

/** The session of one tab. Access tokens live in memory only. */
export interface Session {
  readonly state$: Observable<SessionState>;
  state(): SessionState;
  register(of: { email: string; password: string; name: string }): Promise<SignInOutcome>;
  login(of: { email: string; password: string }): Promise<SignInOutcome>;
  /** Forgets the account on this device at once; the server hears of it now or when it can be reached. */
  logout(): Promise<void>;
  me(): Promise<Answer<User>>;
  /** A token that still has life in it, renewed first if need be. Never rejects. */
  accessToken(): Promise<AccessToken>;
  /** The server would not take this token: it is not handed out again. */
  reject(token: string): void;
  /** Tells of every new token, also the one after a sign-in. */
  onRenewed(listener: (token: string) => void): () => void;
}

/**
 * Creates the session of the account that this device remembers, if any. What talks with the server is loaded when it
 * is first needed, after the list; where even that cannot be loaded, the server counts as out of reach.
 */
export function createSession(ports: SessionPorts): Session {
  const account = ports.memory.read();
  const state$ = new BehaviorSubject<SessionState>(
    account === undefined ? { name: 'signed-out' } : { name: 'signed-in', account },
  );
  const listeners = new Set<(token: string) => void>();
  let loaded: ServerSession | undefined;
  let loading: Promise<ServerSession> | undefined;
  const load = async () => {
    const [{ createServerSession }, requests] = await Promise.all([
      import('./server-session.ts'),
      ports.loadRequests(),
    ]);
    loaded = createServerSession({ ...ports, requests, state$, listeners });
    return loaded;
  };
  /** A failed attempt is not kept: the next one may find a network. */
  const withServer = async <T>(ask: (server: ServerSession) => Promise<T>, otherwise: T) => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const server = await loading.catch(() => undefined);
    return server === undefined ? otherwise : ask(server);
  };
  const sendLogout = () => withServer((server) => server.sendLogout(), undefined);
  if (ports.memory.isLogoutPending()) void sendLogout();
  return {
    state$: state$.asObservable(),
    state: () => state$.value,
    register: (of) => withServer((server) => server.register(of), { outcome: 'unreachable' }),
    login: (of) => withServer((server) => server.login(of), { outcome: 'unreachable' }),
    async logout() {
      ports.memory.setLogoutPending(true);
      ports.memory.forget();
      loaded?.forgetToken();
      state$.next({ name: 'signed-out' });
      await sendLogout();
    },
    me: () => withServer((server) => server.me(), { name: 'unreachable' }),
    accessToken: () => withServer((server) => server.accessToken(), { name: 'offline' }),
    reject: (token) => loaded?.reject(token),
    onRenewed(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
