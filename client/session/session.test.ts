import { beforeEach, expect, test, vi } from 'vitest';
import { createAuthRequests } from './auth-requests.ts';
import { createAccountMemory, type KeyValueStorage } from './remembered-account.ts';
import { createSession, type Session, type SessionPorts } from './session.ts';

const alice = {
  id: '3d1f6c1e-0000-4000-8000-00000000000a',
  email: 'alice@example.com',
  name: 'Alice',
};
const personalWorkspaceId = '3d1f6c1e-0000-4000-8000-0000000000aa';
const lifeMs = 15 * 60_000;

/** A server of accounts that a test may take away or make forget the session. */
class FakeAccounts {
  user = alice;
  isReachable = true;
  hasSession = false;
  issued = 0;
  readonly asked: { path: string; headers: Headers }[] = [];

  fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = url instanceof Request ? url.url : url.toString();
    this.asked.push({ path, headers: new Headers(init?.headers) });
    if (!this.isReachable) throw new TypeError('no network');
    if (path === '/api/workspaces') {
      return Response.json({ workspaces: [{ id: personalWorkspaceId, personal: true }] });
    }
    if (path === '/api/auth/me') return Response.json({ user: this.user });
    if (path === '/api/auth/logout') {
      this.hasSession = false;
      return new Response(null, { status: 204 });
    }
    if (path === '/api/auth/refresh' && !this.hasSession) return problem(401, 'session_ended');
    const body = typeof init?.body === 'string' ? init.body : '{}';
    if (body.includes('wrong')) return problem(401, 'invalid_credentials');
    this.hasSession = true;
    return Response.json({ accessToken: this.#token(), user: this.user });
  };

  count(path: string): number {
    return this.asked.filter((request) => request.path === path).length;
  }

  #token(): string {
    this.issued += 1;
    const claims = btoa(JSON.stringify({ iat: 1_000, exp: 1_000 + lifeMs / 1_000 }));
    return `h.${claims}.${this.issued}`;
  }
}

function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ type: 'urn', title: code, status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

let accounts: FakeAccounts;
let storage: Map<string, string>;
let nowMs: number;
let timers: { atMs: number; run: () => void }[];

beforeEach(() => {
  accounts = new FakeAccounts();
  storage = new Map();
  nowMs = 1_763_800_000_000;
  timers = [];
});

/** A session as it is after the page was loaded. */
function openSession(locks: SessionPorts['locks'] = { request: (_name, run) => run() }): Session {
  const keyValue: KeyValueStorage = {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => void storage.set(key, value),
    removeItem: (key) => void storage.delete(key),
  };
  return createSession({
    loadRequests: () => Promise.resolve(createAuthRequests(accounts.fetch)),
    memory: createAccountMemory(keyValue),
    locks,
    scheduler: {
      now: () => nowMs,
      after: (delayMs, run) => {
        const timer = { atMs: nowMs + delayMs, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
  });
}

async function signIn(): Promise<Session> {
  const session = openSession();
  await session.login({ email: alice.email, password: 'secret' });
  return session;
}

test('a sign-in remembers the account and keeps the token in memory only', async () => {
  const session = openSession();
  const outcome = await session.login({ email: alice.email, password: 'secret' });
  const account = { userId: alice.id, name: 'Alice', email: alice.email, personalWorkspaceId };
  expect(outcome).toEqual({ outcome: 'signed-in', account });
  expect(session.state()).toEqual({ name: 'signed-in', account });
  expect([...storage.values()].join()).not.toContain('h.');
  expect(accounts.asked[0]?.headers.get('x-taskflow')).toBe('1');
});

test('wrong credentials are an outcome with the problem of the server', async () => {
  const outcome = await openSession().login({ email: alice.email, password: 'wrong' });
  expect(outcome).toMatchObject({ outcome: 'refused', problem: { code: 'invalid_credentials' } });
});

test('[R12] the app opens its account with no network and no token', async () => {
  await signIn();
  accounts.isReachable = false;
  const session = openSession();
  expect(session.state()).toMatchObject({ name: 'signed-in', account: { userId: alice.id } });
  expect(await session.accessToken()).toEqual({ name: 'offline' });
});

test('[R12] an ended session needs a sign-in and forgets nothing', async () => {
  await signIn();
  accounts.hasSession = false;
  const session = openSession();
  expect(await session.accessToken()).toEqual({ name: 'needs-sign-in' });
  expect(session.state()).toMatchObject({ name: 'needs-sign-in', account: { userId: alice.id } });
  await session.login({ email: alice.email, password: 'secret' });
  expect(await session.accessToken()).toMatchObject({ name: 'token' });
});

test('[R12] the cookie of somebody else is never used for this account', async () => {
  await signIn();
  accounts.user = { ...alice, id: '3d1f6c1e-0000-4000-8000-00000000000b' };
  expect(await openSession().accessToken()).toEqual({ name: 'needs-sign-in' });
});

test('many requests at once renew the token once', async () => {
  await signIn();
  const session = openSession();
  const tokens = await Promise.all([1, 2, 3].map(() => session.accessToken()));
  expect(new Set(tokens.map((access) => JSON.stringify(access))).size).toBe(1);
  expect(accounts.count('/api/auth/refresh')).toBe(1);
});

test('a token is renewed at 80 % of its life and listeners hear of it', async () => {
  const session = await signIn();
  const heard: string[] = [];
  session.onRenewed((token) => heard.push(token));
  nowMs += lifeMs * 0.8;
  for (const timer of timers) if (timer.atMs <= nowMs) timer.run();
  await session.accessToken();
  expect(heard).toHaveLength(1);
  expect(accounts.count('/api/auth/refresh')).toBe(1);
});

test('a token past 80 % of its life is still used while the server cannot be reached', async () => {
  const session = await signIn();
  accounts.isReachable = false;
  nowMs += lifeMs * 0.9;
  expect(await session.accessToken()).toMatchObject({ name: 'token' });
  nowMs += lifeMs * 0.2;
  expect(await session.accessToken()).toEqual({ name: 'offline' });
});

test('a rejected token is not handed out again', async () => {
  const session = await signIn();
  const first = await session.accessToken();
  if (first.name !== 'token') throw new Error('no token');
  session.reject(first.token);
  expect(await session.accessToken()).not.toEqual(first);
});

test('a refused renewal is not asked again at once', async () => {
  await signIn();
  accounts.hasSession = false;
  const session = openSession();
  await session.accessToken();
  await session.accessToken();
  expect(accounts.count('/api/auth/refresh')).toBe(1);
  nowMs += 30_000;
  await session.accessToken();
  expect(accounts.count('/api/auth/refresh')).toBe(2);
});

test('a sign-out made offline reaches the server when the app opens with a network', async () => {
  const session = await signIn();
  accounts.isReachable = false;
  await session.logout();
  expect(session.state()).toEqual({ name: 'signed-out' });
  expect(accounts.hasSession).toBe(true);
  accounts.isReachable = true;
  const next = openSession();
  await next.login({ email: alice.email, password: 'wrong' });
  expect(accounts.hasSession).toBe(false);
});

test('me answers who the server thinks this is', async () => {
  expect(await (await signIn()).me()).toEqual({ name: 'answered', answer: alice });
});

test('a tab that is frozen while it renews holds up no other for long', async () => {
  await signIn();
  const session = openSession({ request: () => new Promise(() => undefined) });
  const token = session.accessToken();
  const due = () => timers.filter(({ atMs }) => atMs <= nowMs + 5_000);
  await vi.waitFor(() => expect(due()).toHaveLength(1));
  expect(accounts.count('/api/auth/refresh')).toBe(0);
  for (const timer of due()) timer.run();
  expect(await token).toMatchObject({ name: 'token' });
  expect(accounts.count('/api/auth/refresh')).toBe(1);
});
