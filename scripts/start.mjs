// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { checkNodeVersion } from './check-node-version.mjs';
import { installPackages } from './install-packages.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT || 3000);

checkNodeVersion(root);
process.env.DATA_DIR = resolve(process.env.DATA_DIR ?? join(root, 'data'));
if ((await installPackages(root)) !== 0)
  stopWith('The npm packages could not be installed; npm says why above.');
process.chdir(root);
await (process.argv.includes('--dev') ? startForDevelopment() : startBuilt());

async function startBuilt() {
  if (!isBuilt(root)) {
    console.log('Building TaskFlow (only when its sources have changed) …');
    if ((await build(root)) !== 0) stopWith('The build failed; the lines above say where.');
  }
  await checkPortIsFree(port);
  const home = process.env.MONGODB_URL ? 'MongoDB' : process.env.DATA_DIR;
  console.log(`Starting TaskFlow on http://localhost:${port}, data in ${home}. Ctrl-C stops it.`);
  process.setSourceMapsEnabled(true);
  // In this very process: signals reach the server itself, and it can never outlive the one who started it.
  await import(pathToFileURL(join(root, 'dist/server/main.js')).href);
  stopWithParent();
}

/** The sync server restarts by itself on a change, the page reloads by itself; the page passes requests on to the server. */
async function startForDevelopment() {
  const serverPort = Number(process.env.SERVER_PORT ?? port + 1);
  await checkPortIsFree(port);
  await checkPortIsFree(serverPort);
  console.log(
    `Starting TaskFlow for development on http://localhost:${port} (sync server on ${serverPort}).`,
  );
  console.log('Demo account: test@example.com / password');
  const env = { ...process.env, DEMO: '1' };
  const children = [
    spawnTool('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'sync-server/main.ts'], {
      ...env,
      PORT: String(serverPort),
    }),
    spawnTool('vite/bin/vite.js', ['--port', String(port), '--strictPort'], {
      ...env,
      SERVER_URL: `http://127.0.0.1:${serverPort}`,
    }),
  ];
  const stopAll = () => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGINT', stopAll).on('SIGTERM', stopAll);
  stopWithParent();
  for (const child of children) {
    child.once('exit', (code) => {
      process.exitCode ||= code ?? 0;
      stopAll();
    });
  }
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function spawnTool(script, args, env) {
  return spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * Asked before the server starts, so that the answer is an instruction and not a stack trace.
 * @param {number} wanted
 */
async function checkPortIsFree(wanted) {
  const isPort = Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535;
  if (!isPort) stopWith(`PORT must be a port number from 0 to 65535, not ${process.env.PORT}.`);
  const host = process.env.HOST || '127.0.0.1';
  /** @type {string | undefined} */
  const problem = await new Promise((settle) => {
    const probe = createServer()
      .once('error', (error) => settle('code' in error ? String(error.code) : error.message))
      .listen({ port: wanted, host }, () => probe.close(() => settle(undefined)));
  });
  if (problem === undefined) return;
  if (problem !== 'EADDRINUSE') stopWith(`Port ${wanted} on ${host} cannot be opened: ${problem}.`);
  stopWith(
    `Port ${wanted} is taken by another program, perhaps another TaskFlow.\n` +
      `Stop that one, or take another port: PORT=${wanted + 100} npm start`,
  );
}

/**
 * @param {string} message
 * @returns {never}
 */
function stopWith(message) {
  console.error(message);
  process.exit(1);
}
