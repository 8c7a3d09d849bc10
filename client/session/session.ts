import { BehaviorSubject, type Observable } from 'rxjs';
import type { Problem } from '#shared/api-error';
import type { Answer, AuthRequests, IssuedSession, User } from './auth-requests.ts';
import type { AccountMemory, RememberedAccount } from './remembered-account.ts';
import { tokenLifeMs } from './token-life.ts';

/** A token is renewed when this part of its life is over. */
const refreshAtShareOfLife = 0.8;
/** A refused refresh is not asked again sooner: only another tab's sign-in could have changed the answer. */
const askAgainAfterMs = 25_000;
const refreshLock = 'taskflow/session/refresh';

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
  requests: AuthRequests;
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

/** Creates the session of the account that this device remembers, if any; asks the server for nothing yet. */
export function createSession(ports: SessionPorts): Session {
  return new TabSession(ports);
}

/** A token with the times (by the device's clock) from which it should be renewed and after which it is void. */
interface HeldToken {
  token: string;
  refreshAtMs: number;
  expiresAtMs: number;
}

class TabSession implements Session {
  readonly #ports: SessionPorts;
  readonly #state$: BehaviorSubject<SessionState>;
  readonly state$: Observable<SessionState>;
  readonly #listeners = new Set<(token: string) => void>();
  #held: HeldToken | undefined;
  #refreshing: Promise<AccessToken> | undefined;
  #refusedAtMs: number | undefined;
  #cancelRefresh: () => void = () => undefined;
  /** A sign-in waits for it: a late sign-out would end the new session. */
  #loggingOut: Promise<void> = Promise.resolve();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    const account = ports.memory.read();
    this.#state$ = new BehaviorSubject<SessionState>(
      account === undefined ? { name: 'signed-out' } : { name: 'signed-in', account },
    );
    this.state$ = this.#state$.asObservable();
    if (ports.memory.isLogoutPending()) this.#loggingOut = this.#sendLogout();
  }

  state(): SessionState {
    return this.#state$.value;
  }

  async register(of: Parameters<Session['register']>[0]): Promise<SignInOutcome> {
    await this.#loggingOut;
    return this.#begin(await this.#ports.requests.register(of));
  }

  async login(of: Parameters<Session['login']>[0]): Promise<SignInOutcome> {
    await this.#loggingOut;
    return this.#begin(await this.#ports.requests.login(of));
  }

  async logout(): Promise<void> {
    const { memory } = this.#ports;
    memory.setLogoutPending(true);
    memory.forget();
    this.#forgetToken();
    this.#state$.next({ name: 'signed-out' });
    this.#loggingOut = this.#sendLogout();
    await this.#loggingOut;
  }

  async me(): Promise<Answer<User>> {
    const access = await this.accessToken();
    return access.name === 'token'
      ? this.#ports.requests.me(access.token)
      : { name: 'unreachable' };
  }

  async accessToken(): Promise<AccessToken> {
    if (this.state().name === 'signed-out') return { name: 'needs-sign-in' };
    const nowMs = this.#ports.scheduler.now();
    const held = this.#held;
    if (held !== undefined && nowMs < held.refreshAtMs) return { name: 'token', token: held.token };
    const refreshed = await this.#refreshOnce();
    if (refreshed.name !== 'offline' || held === undefined) return refreshed;
    const isAlive = this.#held === held && this.#ports.scheduler.now() < held.expiresAtMs;
    return isAlive ? { name: 'token', token: held.token } : refreshed;
  }

  reject(token: string): void {
    if (this.#held?.token === token) this.#forgetToken();
  }

  onRenewed(listener: (token: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #begin(answer: Answer<IssuedSession>): Promise<SignInOutcome> {
    if (answer.name === 'refused') return { outcome: 'refused', problem: answer.problem };
    if (answer.name === 'unreachable') return { outcome: 'unreachable' };
    const { accessToken, user } = answer.answer;
    const personal = await this.#ports.requests.personalWorkspaceId(accessToken);
    if (personal.name === 'refused') return { outcome: 'refused', problem: personal.problem };
    if (personal.name === 'unreachable' || personal.answer === undefined) {
      return { outcome: 'unreachable' };
    }
    const account = {
      userId: user.id,
      name: user.name,
      email: user.email,
      personalWorkspaceId: personal.answer,
    };
    this.#ports.memory.write(account);
    this.#ports.memory.setLogoutPending(false);
    this.#state$.next({ name: 'signed-in', account });
    this.#hold(accessToken);
    return { outcome: 'signed-in', account };
  }

  /** One renewal at a time in this tab, and one tab at a time. */
  #refreshOnce(): Promise<AccessToken> {
    const nowMs = this.#ports.scheduler.now();
    const sinceRefusedMs = this.#refusedAtMs === undefined ? undefined : nowMs - this.#refusedAtMs;
    if (sinceRefusedMs !== undefined && sinceRefusedMs >= 0 && sinceRefusedMs < askAgainAfterMs) {
      return Promise.resolve({ name: 'needs-sign-in' });
    }
    this.#refreshing ??= this.#ports.locks
      .request(refreshLock, () => this.#refresh())
      .catch((): AccessToken => ({ name: 'offline' }))
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #refresh(): Promise<AccessToken> {
    const answer = await this.#ports.requests.refresh();
    const state = this.state();
    if (state.name === 'signed-out') return { name: 'needs-sign-in' };
    if (answer.name === 'unreachable') return { name: 'offline' };
    if (answer.name === 'refused') {
      return answer.problem.status === 401 ? this.#refuse(state.account) : { name: 'offline' };
    }
    // Another tab may have signed somebody else in: their cookie must never carry this person's changes (R12).
    if (answer.answer.user.id !== state.account.userId) return this.#refuse(state.account);
    if (state.name === 'needs-sign-in') {
      this.#state$.next({ name: 'signed-in', account: state.account });
    }
    this.#hold(answer.answer.accessToken);
    return { name: 'token', token: answer.answer.accessToken };
  }

  #refuse(account: RememberedAccount): AccessToken {
    this.#forgetToken();
    this.#refusedAtMs = this.#ports.scheduler.now();
    if (this.state().name !== 'needs-sign-in')
      this.#state$.next({ name: 'needs-sign-in', account });
    return { name: 'needs-sign-in' };
  }

  #hold(token: string): void {
    const { scheduler } = this.#ports;
    const lifeMs = tokenLifeMs(token);
    const nowMs = scheduler.now();
    const refreshInMs = lifeMs * refreshAtShareOfLife;
    this.#held = { token, refreshAtMs: nowMs + refreshInMs, expiresAtMs: nowMs + lifeMs };
    this.#refusedAtMs = undefined;
    this.#cancelRefresh();
    this.#cancelRefresh = scheduler.after(refreshInMs, () => void this.#refreshOnce());
    for (const listener of this.#listeners) listener(token);
  }

  #forgetToken(): void {
    this.#cancelRefresh();
    this.#held = undefined;
  }

  async #sendLogout(): Promise<void> {
    const answer = await this.#ports.requests.logout();
    if (answer.name === 'answered') this.#ports.memory.setLogoutPending(false);
  }
}
