import { defineConfig } from 'vitest/config';

/** Three projects: pure and server code in Node, components in happy-dom, and suites that start real databases. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          // Nothing here keeps state in modules, so files may share them: half the time goes to loading otherwise.
          isolate: false,
          include: ['{shared,sync-server,client,pwa,scripts}/**/*.test.ts'],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'dom',
          isolate: false,
          include: ['client/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'real',
          include: ['{sync-server,scripts}/**/*.real.test.ts'],
          globalSetup: ['scripts/real-services.ts'],
          testTimeout: 60_000,
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
