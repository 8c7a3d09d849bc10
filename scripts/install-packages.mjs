// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * Installs the npm packages of package-lock.json when they are missing or the lock has changed since.
 * What was installed is noted in node_modules/.taskflow-install as the sha256 of the lock. Packages that somebody
 * installed by hand are recognised and kept. Resolves to the exit code of npm, 0 when nothing was to be done.
 * @param {string} root
 */
export async function installPackages(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lockText).digest('hex');
  const stampPath = join(root, 'node_modules', '.taskflow-install');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8').trim() === wanted) return 0;

  if (!isInstalledByHand(root, lockText)) {
    console.log('Installing the npm packages (about a minute, only when they change) …');
    // NODE_ENV=production would leave out the build tools.
    const command = ['npm', 'ci', '--include=dev', '--no-audit', '--no-fund'];
    const exitCode = await runCommand({ root, command });
    if (exitCode !== 0) return exitCode;
  }
  writeFileSync(stampPath, `${wanted}\n`);
  return 0;
}

/**
 * npm keeps its own account of what it installed; equal versions mean that `npm ci` would change nothing.
 * @param {string} root
 * @param {string} lockText
 */
function isInstalledByHand(root, lockText) {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = packagesOf(lockText);
  const installed = packagesOf(readFileSync(installedPath, 'utf8'));
  const lacksNothing = Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) => {
      const held = installed[path];
      // Optional ones are builds for other machines.
      return held
        ? held.version === version
        : path === '' || optional === true || devOptional === true;
    },
  );
  return lacksNothing && Object.keys(installed).every((path) => path in wanted);
}

/**
 * @param {string} lockText
 * @returns {Packages}
 */
function packagesOf(lockText) {
  return JSON.parse(lockText).packages ?? {};
}
