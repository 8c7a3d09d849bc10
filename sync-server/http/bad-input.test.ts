import { connect } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { send, type TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
});
afterAll(() => server.close());

const bytes = (text: string) => Buffer.from(text);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const title = bytes('{"title":"Pay rent"}');
const json = { 'Content-Type': 'application/json' };
const packed = (encoding: string) => ({ ...json, 'Content-Encoding': encoding });
const zeros = Buffer.alloc(200 * 1024 * 1024);
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('bodies', () => {
  test.each<[string, unknown, Record<string, string>, number, string]>([
    ['no JSON', bytes('title=Pay'), json, 400, 'json_invalid'],
    ['truncated JSON', bytes('{"title":"Pay'), json, 400, 'json_invalid'],
    ['a byte order mark', bytes('\uFEFF{"title":"x"}'), json, 400, 'json_invalid'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), json, 400, 'json_invalid'],
    ['nothing', Buffer.alloc(0), json, 400, 'json_invalid'],
    ['null', bytes('null'), json, 422, 'invalid'],
    ['an array', bytes('[]'), json, 422, 'invalid'],
    ['another type', title, { 'Content-Type': 'text/plain' }, 415, 'media_type_unsupported'],
    [
      'a form',
      title,
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'media_type_unsupported',
    ],
    [
      'another charset',
      title,
      { 'Content-Type': 'application/json; charset=utf-16' },
      415,
      'media_type_unsupported',
    ],
    ['over 1 MiB', bytes(`"${'x'.repeat(1024 * 1024)}"`), json, 413, 'too_large'],
    ['over 1 MiB, length unknown', endless(3), json, 413, 'too_large'],
    ['20 MiB, length unknown', endless(20), json, 413, 'too_large'],
    ['a gzip bomb of 200 MiB', gzipSync(zeros, { level: 1 }), packed('gzip'), 413, 'too_large'],
    ['a brotli bomb of 200 MiB', brotliCompressSync(zeros, quick), packed('br'), 413, 'too_large'],
    ['garbage called gzip', bytes('{"title":"x"}'), packed('gzip'), 400, 'encoding_invalid'],
    ['half a gzip', gzipSync(title).subarray(0, 15), packed('gzip'), 400, 'encoding_invalid'],
    ['zstd', title, packed('zstd'), 415, 'media_type_unsupported'],
    ['gzip twice', title, packed('gzip, gzip'), 415, 'media_type_unsupported'],
    ['depth 33', bytes(nested(33)), json, 422, 'too_deep'],
    ['depth 400,000', bytes(nested(400_000)), json, 422, 'too_deep'],
    ['open brackets only', bytes('[{"a":'.repeat(100_000)), json, 422, 'too_deep'],
    ['__proto__', bytes('{"title":"x","__proto__":{"y":1}}'), json, 422, 'invalid'],
    ['escaped __proto__', bytes('{"title":"x","\\u005f_proto__":{}}'), json, 422, 'invalid'],
    ['constructor', bytes('{"title":"x","constructor":{"prototype":{}}}'), json, 422, 'invalid'],
  ])('%s is refused', async (_what, body, headers, status, code) => {
    const answer = await alice.send('POST /api/tasks', { body: body as BodyInit, headers });
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(({} as Record<string, unknown>)['y']).toBeUndefined();
  });

  test.each([
    ['as it is', title, json],
    ['with its charset', title, { 'Content-Type': 'Application/JSON; charset="UTF-8"' }],
    ['as gzip', gzipSync(title), packed('gzip')],
    ['as brotli', brotliCompressSync(title), packed('br')],
    ['with brackets in a string', bytes(`{"title":"${'['.repeat(99)}\\"${'{'.repeat(99)}"}`), json],
    ['with __proto__ as its text', bytes('{"title":"__proto__"}'), json],
  ])('a good body is read %s', async (_how, body, headers) => {
    expect(
      (await alice.send('POST /api/tasks', { body: new Uint8Array(body), headers })).status,
    ).toBe(200);
  });
});

describe('requests', () => {
  test.each([
    ['POST /api/nothing', 404, 'not_found'],
    ['GET /api', 404, 'not_found'],
    ['GET /nothing.js', 404, 'not_found'],
    ['PUT /api/tasks', 405, 'method_not_allowed'],
    ['GET /api/auth/refresh', 405, 'method_not_allowed'],
    ['GET /api/tasks?limit=0', 400, 'query_invalid'],
    ['GET /api/tasks?limit=1e9', 400, 'query_invalid'],
    ['GET /api/tasks?limit=-1', 400, 'query_invalid'],
    ['GET /api/tasks?status=done&status=todo', 400, 'query_invalid'],
    ['GET /api/tasks?unknown=1', 400, 'query_invalid'],
    ['GET /api/tasks?cursor=../../etc', 400, 'query_invalid'],
    ['GET /api/tasks/not-an-id', 404, 'task_unknown'],
    ['GET /api/tasks/%E0%A4%A', 404, 'task_unknown'],
    ['GET /api/tasks/00000000-0000-4000-8000-000000000000', 404, 'task_unknown'],
  ])('%s is refused with %i', async (line, status, code) => {
    const answer = await alice.send(line);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  test('a problem names its type, its request and nothing of the inside', async () => {
    const { headers, body } = await send(server.url, 'GET /api/tasks');
    expect(headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(body).toEqual({
      type: 'urn:taskflow:problem:token_missing',
      title: 'Sign in first',
      status: 401,
      code: 'token_missing',
      instance: `urn:uuid:${headers.get('X-Request-Id')}`,
    });
  });

  test('another method is told which are allowed', async () => {
    const { headers } = await alice.send('PUT /api/tasks');
    expect(headers.get('Allow')).toBe('GET, HEAD, POST');
  });

  test.each(['0', 'abc', '-1', '99999999999'])(
    '[R13] protocol version %s is refused with 426',
    async (version) => {
      const headers = { 'X-TaskFlow-Protocol': version };
      const { status, body } = await alice.send('GET /api/workspaces', { headers });
      expect([status, body['code']]).toEqual([426, 'upgrade_required']);
    },
  );

  test('a sender who goes away in the middle of a body harms nobody', async () => {
    const { port, hostname } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${alice.token}\r\n` +
            'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"title":',
        );
        setImmediate(() => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    expect((await alice.send('GET /api/workspaces')).status).toBe(200);
  });
});

describe('answers', () => {
  test('large ones are packed for clients that take it, small ones are not', async () => {
    const notes = 'Pay the rent. '.repeat(200);
    const large = await alice.send('POST /api/tasks', { json: { title: 'Rent', notes } });
    const small = await alice.send('GET /api/workspaces');
    expect(large.headers.get('Content-Encoding')).toBe('gzip');
    expect(large.body['notes']).toBe(notes);
    expect(small.headers.get('Content-Encoding')).toBeNull();
    const plain = await alice.send(`GET /api/tasks/${String(large.body['id'])}`, {
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(plain.body['notes']).toBe(notes);
  });

  test('every answer carries the security headers', async () => {
    const { headers } = await send(server.url, 'GET /nothing');
    expect(headers.get('Content-Security-Policy')).toMatch(/script-src 'self';.*frame-ancestors/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });
});

/** A body of some MiB whose length the sender does not tell. */
function endless(mebibytes: number): ReadableStream {
  let left = mebibytes * 16;
  return new ReadableStream({
    pull: (controller) => {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(Buffer.alloc(64 * 1024, 'x'));
    },
  });
}
