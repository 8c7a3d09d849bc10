import { test as base } from '@playwright/test';
import { startServer, type TestServer } from './server.ts';

/** Playwright's `test` with a `server` of its own for each test, ended afterwards; its output is attached to a failure. */
export const test = base.extend<{ server: TestServer }>({
  server: async ({}, use, info) => {
    const server = await startServer();
    await use(server);
    await server.stop();
    if (info.status !== info.expectedStatus) {
      await info.attach('server-output', { body: server.output(), contentType: 'text/plain' });
    }
  },
  baseURL: async ({ server }, use) => use(server.url),
});
