import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, send } from '../testing/test-person.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const post = (path: string, json?: unknown, headers?: Record<string, string>) =>
  send(server.url, `POST /api/auth/${path}`, {
    ...(json === undefined ? {} : { json }),
    ...(headers === undefined ? {} : { headers }),
  });

describe('register', () => {
  test('[R12] a new person gets a session, a refresh cookie and a personal workspace', async () => {
    const answer = await post('register', {
      email: ' Alice@Example.com ',
      password: 'correct horse',
      name: 'Alice',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      accessToken: expect.any(String),
      user: { id: expect.any(String), email: 'alice@example.com', name: 'Alice' },
    });
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^taskflow_refresh=[\w-]{43}; Path=\/api\/auth; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
    const headers = { Authorization: `Bearer ${String(answer.body['accessToken'])}` };
    const { body } = await send(server.url, 'GET /api/workspaces', { headers });
    expect(body['workspaces']).toEqual([
      { id: expect.any(String), name: 'Personal', role: 'admin', personal: true },
    ]);
  });

  test('an address that has an account is refused, however it is spelled', async () => {
    await server.person('Twice');
    const json = { email: 'ＴＷＩＣＥ@example.com', password: 'another one', name: 'Twin' };
    const { status, body } = await post('register', json);
    expect([status, body['code']]).toEqual([409, 'email_taken']);
  });

  test('of two that register one address at once exactly one gets the account', async () => {
    const json = { email: 'race@example.com', password: 'a fast password', name: 'Race' };
    const answers = await Promise.all([post('register', json), post('register', json)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  test.each([
    ['a short password', { password: '1234567' }, '/password', 'too_small'],
    ['a long password', { password: 'x'.repeat(129) }, '/password', 'too_big'],
    ['an address without a domain', { email: 'alice' }, '/email', 'format'],
    ['an address with a line break', { email: 'a@b.c\r\nBcc: d@e.f' }, '/email', 'format'],
    ['an object for an address', { email: { $gt: '' } }, '/email', 'type'],
    ['an empty name', { name: '  ' }, '/name', 'too_small'],
    ['an unknown field', { isAdmin: true }, '/isAdmin', 'unknown_field'],
  ])('%s is refused with its pointer', async (_what, fields, pointer, code) => {
    const json = { email: 'new@example.com', password: 'long enough', name: 'New', ...fields };
    const { status, body } = await post('register', json);
    expect(status).toBe(422);
    expect(body['errors']).toEqual([{ pointer, code }]);
  });
});

describe('login', () => {
  test('the right password opens a session of its own', async () => {
    const bob = await server.person('Bob');
    const { status, body, headers } = await post('login', {
      email: 'BOB@example.com',
      password: bob.password,
    });
    expect(status).toBe(200);
    expect(body['user']).toEqual({ id: bob.id, email: bob.email, name: 'Bob' });
    expect(cookieOf(headers)).not.toBe(bob.cookie);
  });

  test('a wrong password and an unknown address give the same answer', async () => {
    const carol = await server.person('Carol');
    const wrong = await post('login', { email: carol.email, password: 'not that one' });
    const unknown = await post('login', { email: 'nobody@example.com', password: 'not that one' });
    expect(wrong.status).toBe(401);
    expect(wrong.body['code']).toBe('invalid_credentials');
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
  });

  test('passwords are taken byte by byte', async () => {
    const password = ' \u0000 pass 🔑 word ';
    await post('register', { email: 'bytes@example.com', password, name: 'Bytes' });
    const login = (typed: string) => post('login', { email: 'bytes@example.com', password: typed });
    expect((await login(password)).status).toBe(200);
    expect((await login(password.trim())).status).toBe(401);
  });
});

describe('me', () => {
  test('answers the profile, and 401 without or with a broken token', async () => {
    const dave = await server.person('Dave');
    const { body } = await dave.send('GET /api/auth/me');
    expect(body).toEqual({ user: { id: dave.id, email: dave.email, name: 'Dave' } });
    const codes = await Promise.all(
      [undefined, 'Basic abc', 'Bearer abc', `Bearer ${dave.token}x`].map(async (header) => {
        const headers = header === undefined ? {} : { Authorization: header };
        const answer = await send(server.url, 'GET /api/auth/me', { headers });
        return [answer.status, answer.body['code']];
      }),
    );
    expect(codes).toEqual([
      [401, 'token_missing'],
      [401, 'token_invalid'],
      [401, 'token_invalid'],
      [401, 'token_invalid'],
    ]);
  });
});

describe('refresh and logout', () => {
  test('[R12] a refresh gives a new token and cookie, and repeats within 10 s for racing tabs', async () => {
    const erin = await server.person('Erin');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('refresh', undefined, { Cookie: erin.cookie })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const cookies = new Set(answers.map(({ headers }) => cookieOf(headers)));
    expect(cookies.size).toBe(1);
    expect(cookies).not.toContain(erin.cookie);
    expect(answers[0]?.body['user']).toMatchObject({ id: erin.id });
  });

  test('a token used again after 10 s ends the whole sign-in, its access tokens too', async () => {
    const fred = await server.person('Fred');
    const next = await post('refresh', undefined, { Cookie: fred.cookie });
    server.clock.nowMs += 10_001;
    const again = await post('refresh', undefined, { Cookie: fred.cookie });
    expect([again.status, again.body['code']]).toEqual([401, 'session_ended']);
    const successor = await post('refresh', undefined, { Cookie: cookieOf(next.headers) });
    expect(successor.status).toBe(401);
    const me = await fred.send('GET /api/auth/me');
    expect(me.body['code']).toBe('session_ended');
  });

  test('the token before last ends the sign-in even within 10 s', async () => {
    const gina = await server.person('Gina');
    const second = await post('refresh', undefined, { Cookie: gina.cookie });
    const third = await post('refresh', undefined, { Cookie: cookieOf(second.headers) });
    expect((await post('refresh', undefined, { Cookie: gina.cookie })).status).toBe(401);
    expect((await post('refresh', undefined, { Cookie: cookieOf(third.headers) })).status).toBe(
      401,
    );
  });

  test('a sign-in lasts 7 days without use and 30 days with it', async () => {
    const hana = await server.person('Hana');
    const dayMs = 24 * 60 * 60 * 1000;
    let { cookie } = hana;
    for (let day = 0; day < 30; day += 6) {
      const { status, headers } = await post('refresh', undefined, { Cookie: cookie });
      expect(status).toBe(200);
      cookie = cookieOf(headers);
      server.clock.nowMs += 6 * dayMs;
    }
    expect((await post('refresh', undefined, { Cookie: cookie })).status).toBe(401);
  });

  test('logout ends the session at once and answers 204 also the second time', async () => {
    const ivan = await server.person('Ivan');
    const first = await post('logout', undefined, { Cookie: ivan.cookie });
    const second = await post('logout', undefined, { Cookie: ivan.cookie });
    expect([first.status, second.status, (await post('logout')).status]).toEqual([204, 204, 204]);
    expect(first.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await ivan.send('GET /api/auth/me')).status).toBe(401);
    expect((await post('refresh', undefined, { Cookie: ivan.cookie })).status).toBe(401);
  });

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['an unknown origin', { Origin: 'null' }],
  ])('a refresh that %s made the browser send is refused and uses no token', async (_who, from) => {
    const judy = await server.person(`Judy${Object.values(from)[0]?.length}`);
    const refused = await post('refresh', undefined, { Cookie: judy.cookie, ...from });
    expect([refused.status, refused.body['code']]).toEqual([403, 'csrf']);
    server.clock.nowMs += 60_000;
    const own = { Cookie: judy.cookie, Origin: server.url };
    expect((await post('refresh', undefined, own)).status).toBe(200);
  });
});
