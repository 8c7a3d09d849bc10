import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'taskflow-client-'));
  await mkdir(join(directory, 'assets'));
  const files = {
    'index.html': '<!doctype html><title>TaskFlow</title>',
    'service-worker.js': '// worker',
    'assets/app-1a2b.js': 'app()',
    'assets/app-1a2b.js.map': '{}',
    '.env': 'SECRET=1',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  await writeFile(join(directory, 'assets/app-1a2b.js.gz'), gzipSync('app()'));
  server = await startTestServer({ CLIENT_DIR: directory });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

/** A request as sent: no client of the platform tidies the path or unpacks the answer. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>(
    (resolve) => {
      const { hostname, port } = new URL(server.url);
      get({ hostname, port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      });
    },
  );
}

describe('files of the app', () => {
  test('hashed files are kept for ever and sent as packed beside them', async () => {
    const { headers, bytes } = await ask('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-type']).toMatch(/javascript/);
    expect(gunzipSync(bytes).toString()).toBe('app()');
    const plain = await ask('/assets/app-1a2b.js');
    expect(plain.bytes.toString()).toBe('app()');
  });

  test.each(['/index.html', '/service-worker.js', '/'])(
    '%s is asked for anew each time',
    async (path) => {
      const { status, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
    },
  );

  test('a share that no service worker received leads to the page that says so, and other posts to nothing', async () => {
    const post = (path: string) =>
      fetch(`${server.url}${path}`, { method: 'POST', body: 'x'.repeat(100), redirect: 'manual' });
    const missed = await post('/share');
    expect(missed.status).toBe(303);
    expect(missed.headers.get('Location')).toBe('/share?failed=1');
    expect((await post('/dashboard')).status).toBe(404);
  });

  test('an unchanged file costs no body', async () => {
    const { headers } = await ask('/service-worker.js');
    const again = await ask('/service-worker.js', { 'If-None-Match': String(headers['etag']) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test.each(['/dashboard', '/login?next=/dashboard', '/projects/0191-aa'])(
    '%s is a page of the app',
    async (path) => {
      const { status, bytes } = await ask(path, { Accept: 'text/html,*/*' });
      expect([status, bytes.toString()]).toEqual([200, '<!doctype html><title>TaskFlow</title>']);
    },
  );

  test.each([
    '/assets/app-1a2b.js.map',
    '/.env',
    '/.git/config',
    '/package.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f.env',
    '/assets/gone-9f9f.js',
    '/api/nothing',
    '/socket.io',
  ])('%s is 404 as a problem, not the app', async (path) => {
    const { status, headers } = await ask(path, { Accept: 'text/html,*/*' });
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});
