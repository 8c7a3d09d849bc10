import { describe, expect, test } from 'vitest';
import { startTestServer } from '../testing/start-test-server.ts';
import { send } from '../testing/test-person.ts';
import { createMemoryBuckets } from './memory-buckets.ts';

const rule = { name: 'login', perMinute: 5 };

describe('buckets', () => {
  test('a bucket gives what it holds, says when the next is due, and fills with time', async () => {
    let nowMs = 0;
    const buckets = createMemoryBuckets(() => nowMs);
    const takes = await Promise.all(Array.from({ length: 6 }, () => buckets.take(rule, 'alice')));
    expect(takes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => ({ name: 'pass' })));
    expect(takes[5]).toEqual({ name: 'wait', retryAfterSeconds: 12 });
    expect(await buckets.take(rule, 'bob')).toEqual({ name: 'pass' });
    expect(await buckets.take({ ...rule, name: 'other' }, 'alice')).toEqual({ name: 'pass' });
    nowMs += 12_000;
    expect((await buckets.take(rule, 'alice')).name).toBe('pass');
    expect((await buckets.take(rule, 'alice')).name).toBe('wait');
  });

  test('a clock that goes back takes nothing away and gives nothing', async () => {
    let nowMs = 1_000_000;
    const buckets = createMemoryBuckets(() => nowMs);
    await buckets.take(rule, 'alice');
    nowMs = 0;
    const takes = await Promise.all(Array.from({ length: 5 }, () => buckets.take(rule, 'alice')));
    expect(takes.map(({ name }) => name)).toEqual(['pass', 'pass', 'pass', 'pass', 'wait']);
  });

  test('a limit of 0 is none', async () => {
    const buckets = createMemoryBuckets(() => 0);
    expect((await buckets.take({ ...rule, perMinute: 0 }, 'alice')).name).toBe('pass');
  });
});

describe('server', () => {
  test('the sixth wrong password in a minute is refused, whatever address is claimed; right ones are free', async () => {
    const server = await startTestServer({ RATE_LOGIN: '5' });
    const alice = await server.person('Alice');
    const login = (password: string, claimed = '') =>
      send(server.url, 'POST /api/auth/login', {
        json: { email: alice.email, password },
        headers: { 'X-Forwarded-For': claimed },
      });
    const right = [];
    for (let count = 0; count < 8; count += 1) right.push(await login(alice.password));
    const wrong = [];
    for (let count = 0; count < 6; count += 1) wrong.push(await login('no', `10.0.0.${count}`));
    expect(new Set(right.map(({ status }) => status))).toEqual(new Set([200]));
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number(wrong[5]?.headers.get('Retry-After'))).toBe(12);
    server.clock.nowMs += 60_000;
    expect((await login(alice.password)).status).toBe(200);
    await server.close();
  });

  test('one address that tries many accounts is refused', async () => {
    const server = await startTestServer({ RATE_LOGIN_ADDRESS: '3' });
    const answers = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      const json = { email: `${name}@example.com`, password: 'a guess' };
      answers.push(await send(server.url, 'POST /api/auth/login', { json }));
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
    await server.close();
  });

  test('behind a trusted proxy each address has its own limit', async () => {
    const server = await startTestServer({ RATE_REGISTER: '1', TRUST_PROXY: '1' });
    const register = (name: string, forwarded: string) =>
      send(server.url, 'POST /api/auth/register', {
        json: { email: `${name}@example.com`, password: 'long enough', name },
        headers: { 'X-Forwarded-For': forwarded },
      });
    expect((await register('a', '10.0.0.1')).status).toBe(201);
    expect((await register('b', '10.0.0.2')).status).toBe(201);
    expect((await register('c', '10.0.0.99, 10.0.0.2')).status).toBe(429);
    await server.close();
  });

  test('a person who asks too often waits, and others do not', async () => {
    const server = await startTestServer({ RATE_USER: '3' });
    const [alice, bob] = [await server.person('Alice'), await server.person('Bob')];
    const answers = [];
    for (let count = 0; count < 4; count += 1)
      answers.push(await alice.send('GET /api/workspaces'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.body['code']).toBe('too_many_requests');
    expect((await bob.send('GET /api/workspaces')).status).toBe(200);
    await server.close();
  });
});
