import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { loadSessionSecrets } from './session-secrets.ts';

const goodSecret = 'pmC8x0Qv3nZr7LkYtE5uWb2sHd9aFg4j';
const production = { NODE_ENV: 'production', MONGODB_URL: 'mongodb://db/taskflow' };

describe('settings', () => {
  test('without any the server runs on this machine alone', () => {
    const verdict = readConfig({});
    expect(verdict).toMatchObject({
      ok: true,
      config: { port: 3000, host: '127.0.0.1', isDemo: false, trustedProxyHops: 0 },
    });
  });

  test('an empty variable counts as left out', () => {
    expect(readConfig({ PORT: '', MONGODB_URL: '' })).toEqual(readConfig({}));
  });

  test('every problem is told at once, each with its variable', () => {
    const verdict = readConfig({
      PORT: 'http',
      MONGODB_URL: 'localhost',
      REDIS_URL: 'http://redis',
      PUBLIC_URL: 'tasks.example.org',
      DEMO: 'yes',
      JWT_SECRET: 'secret',
      RATE_LOGIN: '-1',
    });
    expect(verdict.ok ? [] : verdict.problems.map((text) => text.split(' ')[0])).toEqual([
      'PORT',
      'MONGODB_URL',
      'REDIS_URL',
      'PUBLIC_URL',
      'JWT_SECRET',
      'DEMO',
      'RATE_LOGIN',
    ]);
  });

  test('in production with MongoDB the secrets must be given', () => {
    const verdict = readConfig(production);
    expect(verdict.ok ? [] : verdict.problems).toEqual([
      expect.stringMatching(/^JWT_SECRET is missing/),
      expect.stringMatching(/^REFRESH_SECRET is missing/),
    ]);
    const given = { JWT_SECRET: goodSecret, REFRESH_SECRET: goodSecret };
    expect(readConfig({ ...production, ...given }).ok).toBe(true);
  });

  test.each([
    'short',
    'a'.repeat(64),
    'change-me-change-me-change-me-change-me',
    'my-secret-key-that-is-long-enough-1234',
  ])('the secret %s is refused', (JWT_SECRET) => {
    expect(readConfig({ JWT_SECRET }).ok).toBe(false);
  });

  test('the public address is kept as an origin', () => {
    const verdict = readConfig({ PUBLIC_URL: 'https://tasks.example.org/' });
    expect(verdict.ok && verdict.config.publicUrl).toBe('https://tasks.example.org');
  });
});

describe('secrets kept in DATA_DIR', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'taskflow-secrets-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));
  const load = (jwtSecret?: string) =>
    loadSessionSecrets({
      given: { jwtSecret, refreshSecret: undefined },
      dataDir,
      random: (length) => randomBytes(length),
    });

  test('are made once, for their owner only, and stay the same', async () => {
    const first = load();
    const path = join(dataDir, 'secrets.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(load()).toEqual(first);
    expect(load(goodSecret)).toEqual({ ...first, jwtSecret: goodSecret });
    expect(await readFile(path, 'utf8')).not.toContain(goodSecret);
  });

  test('that cannot be read stop the start with a sentence', async () => {
    await writeFile(join(dataDir, 'secrets.json'), '{"jwtSecret":""}');
    expect(() => load()).toThrow(/secrets\.json cannot be read; delete it/);
  });
});
