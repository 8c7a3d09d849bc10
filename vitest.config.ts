import { defineConfig } from 'vitest/config';

/**
 * How long a test waits for what must come, in ms. No statement about speed: a machine may be ten times slower than
 * another, and only what never comes is a failure.
 */
const patience = { poll: { timeout: 10_000 } };

/** Three projects: pure and server code in Node, components in happy-dom, and suites that start real databases. */
export default defineConfig({
  test: {
    // Without it one core stays free, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          // Nothing here keeps state in modules, so files may share them: half the time goes to loading otherwise.
          isolate: false,
          setupFiles: ['scripts/british-device.ts'],
          include: ['{shared,sync-server,client,pwa,scripts}/**/*.test.ts'],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
          expect: patience,
        },
      },
      {
        test: {
          name: 'dom',
          isolate: false,
          include: ['client/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: [
            'scripts/british-device.ts',
            'fake-indexeddb/auto',
            'scripts/patient-waits.ts',
          ],
          testTimeout: 20_000,
          expect: patience,
        },
      },
      {
        test: {
          name: 'real',
          include: ['{sync-server,scripts}/**/*.real.test.ts'],
          globalSetup: ['scripts/real-services.ts'],
          testTimeout: 60_000,
          expect: patience,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts', 'sync-server/**/*.ts', 'client/**/*.{ts,tsx}'],
      exclude: ['**/*.test.*', 'client/e2e/**'],
    },
  },
});
