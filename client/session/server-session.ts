import type { BehaviorSubject } from 'rxjs';
import type { Answer, AuthRequests, IssuedSession, User } from './auth-requests.ts';
import type { RememberedAccount } from './remembered-account.ts';
import type { AccessToken, Session, SessionPorts, SessionState, SignInOutcome } from './session.ts';
import { refreshLock } from '#shared/background-sync';
import { tokenLifeMs } from './token-life.ts';

/** A token is renewed when this part of its life is over. */
const refreshAtShareOfLife = 0.8;
/** A refused refresh is not asked again sooner: only another tab's sign-in could have changed the answer. */
const askAgainAfterMs = 25_000;
/**
 * A tab that has not renewed by then is frozen, or hears nothing of the server. Two that renew at once get the same successor
 * from the server for 10 s.
 */
const turnMs = 5_000;

/** The part of a session that talks with the server; it changes the state that all of the tab sees. */
export interface ServerSession
  extends Pick<Session, 'register' | 'login' | 'me' | 'accessToken' | 'reject'> {
  /** Tells the server of a sign-out; it stays pending until the server has answered. */
  sendLogout(): Promise<void>;
  forgetToken(): void;
}

/** What it works with: the ports of the session, its state, and who hears of new tokens. */
export interface ServerSessionPorts extends Pick<SessionPorts, 'memory' | 'locks' | 'scheduler'> {
  requests: AuthRequests;
  state$: BehaviorSubject<SessionState>;
  listeners: ReadonlySet<(token: string) => void>;
}

/** Creates it; asks the server for nothing yet. */
export function createServerSession(ports: ServerSessionPorts): ServerSession {
  return new TabServerSession(ports);
}

/** A token with the times (by the device's clock) from which it should be renewed and after which it is void. */
interface HeldToken {
  token: string;
  refreshAtMs: number;
  expiresAtMs: number;
}

class TabServerSession implements ServerSession {
  readonly #ports: ServerSessionPorts;
  #held: HeldToken | undefined;
  #refreshing: Promise<AccessToken> | undefined;
  #refusedAtMs: number | undefined;
  #cancelRefresh: () => void = () => undefined;
  /** A sign-in waits for it: a late sign-out would end the new session. */
  #loggingOut: Promise<void> = Promise.resolve();

  constructor(ports: ServerSessionPorts) {
    this.#ports = ports;
  }

  async register(of: Parameters<ServerSession['register']>[0]): Promise<SignInOutcome> {
    await this.#loggingOut;
    return this.#begin(await this.#ports.requests.register(of));
  }

  async login(of: Parameters<ServerSession['login']>[0]): Promise<SignInOutcome> {
    await this.#loggingOut;
    return this.#begin(await this.#ports.requests.login(of));
  }

  sendLogout(): Promise<void> {
    this.#loggingOut = this.#endSession();
    return this.#loggingOut;
  }

  async me(): Promise<Answer<User>> {
    const access = await this.accessToken();
    return access.name === 'token'
      ? this.#ports.requests.me(access.token)
      : { name: 'unreachable' };
  }

  async accessToken(): Promise<AccessToken> {
    if (this.#ports.state$.value.name === 'signed-out') return { name: 'needs-sign-in' };
    const nowMs = this.#ports.scheduler.now();
    const held = this.#held;
    if (held !== undefined && nowMs < held.refreshAtMs) return { name: 'token', token: held.token };
    const refreshed = await this.#refreshOnce();
    if (refreshed.name !== 'offline' || held === undefined) return refreshed;
    const isAlive = this.#held === held && this.#ports.scheduler.now() < held.expiresAtMs;
    return isAlive ? { name: 'token', token: held.token } : refreshed;
  }

  reject(token: string): void {
    if (this.#held?.token === token) this.forgetToken();
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
    this.#ports.state$.next({ name: 'signed-in', account });
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
    this.#refreshing ??= this.#refreshInTurn()
      .catch((): AccessToken => ({ name: 'offline' }))
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  /** After the tabs that are at it, unless one of them takes too long. */
  #refreshInTurn(): Promise<AccessToken> {
    const { locks, scheduler } = this.#ports;
    let begun: Promise<AccessToken> | undefined;
    return new Promise((resolve, reject) => {
      const run = () => {
        begun ??= this.#refresh();
        begun.then(resolve, reject);
        return begun;
      };
      const cancel = scheduler.after(turnMs, () => void run().catch(() => undefined));
      locks.request(refreshLock, run).catch(reject).finally(cancel);
    });
  }

  async #refresh(): Promise<AccessToken> {
    const answer = await this.#ports.requests.refresh();
    const state = this.#ports.state$.value;
    if (state.name === 'signed-out') return { name: 'needs-sign-in' };
    if (answer.name === 'unreachable') return { name: 'offline' };
    if (answer.name === 'refused') {
      return answer.problem.status === 401 ? this.#refuse(state.account) : { name: 'offline' };
    }
    // Another tab may have signed somebody else in: their cookie must never carry this person's changes (R12).
    if (answer.answer.user.id !== state.account.userId) return this.#refuse(state.account);
    if (state.name === 'needs-sign-in') {
      this.#ports.state$.next({ name: 'signed-in', account: state.account });
    }
    this.#hold(answer.answer.accessToken);
    return { name: 'token', token: answer.answer.accessToken };
  }

  #refuse(account: RememberedAccount): AccessToken {
    this.forgetToken();
    this.#refusedAtMs = this.#ports.scheduler.now();
    const { state$ } = this.#ports;
    if (state$.value.name !== 'needs-sign-in') state$.next({ name: 'needs-sign-in', account });
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
    for (const listener of this.#ports.listeners) listener(token);
  }

  forgetToken(): void {
    this.#cancelRefresh();
    this.#held = undefined;
  }

  async #endSession(): Promise<void> {
    const answer = await this.#ports.requests.logout();
    if (answer.name === 'answered') this.#ports.memory.setLogoutPending(false);
  }
}
