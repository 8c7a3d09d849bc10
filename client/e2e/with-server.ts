import { test as base } from '@playwright/test';
import { startServer, type TestServer } from './server.ts';

interface TestFixtures {
  /** True for a test that stops, kills or fills its server; the others of a worker share one. */
  hasOwnServer: boolean;
  server: TestServer;
  /** Closes what the test opened: devices left open would sync and render beside all tests after it. */
  closesDevices: void;
}

interface WorkerFixtures {
  /** The server that the tests of one worker share, started with the first that asks for it. */
  sharedServer: () => Promise<TestServer>;
}

/** From one address come all the people of all tests. */
const sharedEnv = { RATE_ADDRESS: '0', RATE_REGISTER: '0', RATE_LOGIN_ADDRESS: '0' };

/**
 * Playwright's `test` with a `server`; what it wrote during the test is attached to a failure. Nobody meets the people of
 * another test on a shared one: `person` gives addresses that were never used, and each device is a profile of its own.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  hasOwnServer: [false, { option: true }],
  closesDevices: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  sharedServer: [
    async ({}, use) => {
      let starting: Promise<TestServer> | undefined;
      await use(() => {
        starting ??= startServer({ env: sharedEnv });
        return starting;
      });
      const started = await starting?.catch(() => undefined);
      await started?.stop();
    },
    { scope: 'worker' },
  ],
  server: async ({ hasOwnServer, sharedServer }, use, info) => {
    const server = await (hasOwnServer ? startServer() : sharedServer());
    const writtenBefore = server.output().length;
    await use(server);
    if (hasOwnServer) await server.stop();
    if (info.status !== info.expectedStatus) {
      const body = server.output().slice(writtenBefore);
      await info.attach('server-output', { body, contentType: 'text/plain' });
    }
  },
  baseURL: async ({ server }, use) => use(server.url),
});
