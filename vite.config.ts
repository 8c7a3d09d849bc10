import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './pwa/manifest.ts';
import { installPictures } from './scripts/install-pictures.ts';
import { minifyAgain } from './scripts/minify-again.ts';
import { writePack } from './scripts/write-pack.ts';
import { writeVersion } from './scripts/write-version.ts';
import { precompress } from './scripts/precompress.ts';

const server =
  process.env['SERVER_URL'] ?? `http://127.0.0.1:${process.env['SERVER_PORT'] ?? 3001}`;
const proxy = { '/api': server, '/healthz': server, '/socket.io': { target: server, ws: true } };

const outDir = process.env['APP_OUT_DIR'] ?? at('./dist/client');

/**
 * All that the list needs is one file: many small ones cost 6 kB more and a round trip before the list. What all imports
 * share is another: with what reads Todoist's files it would come along for a calendar.
 */
const sharedChunks = [
  { name: 'list', tags: ['$initial' as const] },
  {
    name: 'import-plan',
    test: /shared\/(?:import-(?:plan|rows|labels)|imported-document)\.ts$/,
  },
];

/**
 * Builds the app into dist/client, or where `APP_OUT_DIR` says. Nothing of it is inline and nothing is a data: address, because the server's
 * content security policy allows files of our own origin only.
 */
export default defineConfig(({ mode }) => ({
  root: at('./client'),
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  publicDir: at('./pwa/public'),
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The names of what later views import would be loaded before the list; the service worker keeps those files anyway.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      output: { codeSplitting: { groups: sharedChunks } },
    },
  },
  resolve: {
    // RxJS for browsers of this century, which needs half of tslib less.
    conditions: ['es2015', 'module', 'browser', 'development|production'],
    // Dexie's own build for modern browsers; its package names only the one for old ones.
    alias: [{ find: /^dexie$/, replacement: at('./node_modules/dexie/dist/modern/dexie.mjs') }],
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', strictPort: true, proxy },
  plugins: [
    react(),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../pwa',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      injectManifest: {
        // Every chunk: a page first opened without a network must be there too.
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        globIgnores: ['**/screenshots/**'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
    }),
    installPictures({ folder: at('./docs/images'), wanted: manifest.screenshots }),
    writeVersion({ version: appVersion() }),
    // A build for a test is only served here, and to nobody else.
    ...(mode === 'production' ? [minifyAgain()] : []),
    writePack({ folder: outDir }),
    ...(mode === 'production' ? [precompress({ folder: outDir })] : []),
  ],
}));

/** `APP_VERSION` names a build that is no release, such as that of a branch or a test. */
function appVersion(): string {
  const named = process.env['APP_VERSION'];
  if (named !== undefined && named !== '') return named;
  const { version }: { version: string } = JSON.parse(readFileSync(at('./package.json'), 'utf8'));
  return version;
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
