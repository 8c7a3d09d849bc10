// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';

const sources = [
  'client',
  'shared',
  'pwa',
  'sync-server',
  'vite.config.ts',
  'scripts/precompress.ts',
  'scripts/write-pack.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds client and server into dist/ and notes there the hash of the sources they were made from.
 * The hash is taken before the build: an edit made meanwhile causes one build too many, never one too few.
 * Resolves to the exit code of the step that failed, or 0.
 * @param {string} root
 */
export async function build(root) {
  const hash = hashSources(root);
  rmSync(stampPath(root), { force: true });
  for (const step of ['build:client', 'build:server']) {
    const exitCode = await runCommand({ root, command: ['npm', 'run', '--silent', step] });
    if (exitCode !== 0) return exitCode;
  }
  writeFileSync(stampPath(root), `${hash}\n`);
  return 0;
}

/**
 * Whether dist/ was built from the sources as they are now.
 * @param {string} root
 */
export function isBuilt(root) {
  if (!existsSync(stampPath(root)) || !existsSync(join(root, 'dist/server/main.js'))) return false;
  return readFileSync(stampPath(root), 'utf8').trim() === hashSources(root);
}

/**
 * One hash over paths and contents of everything that goes into the build; tests do not.
 * Contents, not times: a fresh clone or a switch of branches gives every file a new time.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return /\.(test|spec)\.tsx?$/.test(path) ? [] : [path];
  if (path === 'client/e2e') return [];
  return readdirSync(absolute).flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'dist', 'built-from.sha256');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await build(fileURLToPath(new URL('..', import.meta.url)));
}
