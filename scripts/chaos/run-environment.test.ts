import { afterEach, expect, test, vi } from 'vitest';
import { runEnvironment } from './run-environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a process of a run sees no database of the shell, and finds its programs', () => {
  vi.stubEnv('MONGODB_URL', 'mongodb://in-use/taskflow');
  vi.stubEnv('DEMO', '1');
  const environment = runEnvironment({ PORT: '1' });
  expect(environment).not.toHaveProperty('MONGODB_URL');
  expect(environment).not.toHaveProperty('DEMO');
  expect(environment).toMatchObject({ PORT: '1', PATH: process.env['PATH'] });
});
