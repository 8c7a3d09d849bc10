import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildNewerServer } from './newer-release.ts';

const run = promisify(execFile);

/** Two real builds of the app, the server of the second, and the folder that a server serves one of them from at a time. */
export interface TwoBuilds {
  served: string;
  /** The version that the second build calls itself. */
  secondVersion: string;
  /** The server of the second build, which takes nothing of the first. */
  secondServer: string;
  /** Puts a build there as a deployment does: files of the other one are gone. */
  serve(which: 'first' | 'second'): Promise<void>;
  remove(): Promise<void>;
}

/** The built app, and one built anew from the same sources as a release that breaks with the protocol of the first. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  const folder = await mkdtemp(join(tmpdir(), 'taskflow-builds-'));
  const served = join(folder, 'served');
  const builds = { first: 'dist/client', second: join(folder, 'second') };
  const secondVersion = '9.9.9';
  const env = { ...process.env, APP_VERSION: secondVersion, APP_OUT_DIR: builds.second };
  const config = ['--config', 'client/e2e/newer-release.config.ts'];
  await run('npx', ['vite', 'build', ...config, '--mode', 'test', '--minify', 'false'], { env });
  const newer = await buildNewerServer();
  const serve = async (which: keyof typeof builds) => {
    await cp(builds[which], served, { recursive: true });
    const wanted = new Set(await readdir(builds[which], { recursive: true }));
    const files = await readdir(served, { recursive: true });
    for (const file of files.filter((name) => !wanted.has(name))) {
      await rm(join(served, file), { recursive: true, force: true });
    }
  };
  await serve('first');
  const remove = async () => {
    await newer.remove();
    await rm(folder, { recursive: true, force: true });
  };
  return { served, secondVersion, secondServer: newer.main, serve, remove };
}
