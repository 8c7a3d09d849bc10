import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Two real builds of the app, and the folder that a server serves one of them from at a time. */
export interface TwoBuilds {
  served: string;
  /** The version that the second build calls itself. */
  secondVersion: string;
  /** Puts a build there as a deployment does: files of the other one are gone. */
  serve(which: 'first' | 'second'): Promise<void>;
  remove(): Promise<void>;
}

/** The built app, and one built anew from the same sources under another version. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  const folder = await mkdtemp(join(tmpdir(), 'taskflow-builds-'));
  const served = join(folder, 'served');
  const builds = { first: 'dist/client', second: join(folder, 'second') };
  const secondVersion = '9.9.9';
  const env = { ...process.env, APP_VERSION: secondVersion, APP_OUT_DIR: builds.second };
  await run('npx', ['vite', 'build', '--mode', 'test', '--minify', 'false'], { env });
  const serve = async (which: keyof typeof builds) => {
    await cp(builds[which], served, { recursive: true });
    const wanted = new Set(await readdir(builds[which], { recursive: true }));
    const files = await readdir(served, { recursive: true });
    for (const file of files.filter((name) => !wanted.has(name))) {
      await rm(join(served, file), { recursive: true, force: true });
    }
  };
  await serve('first');
  const remove = async () => rm(folder, { recursive: true, force: true });
  return { served, secondVersion, serve, remove };
}
