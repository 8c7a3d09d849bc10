import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromiumPath } from '#scripts/chromium';
import { findProgram } from '#scripts/find-program';
import { findMongod } from '#scripts/mongod';
import { redisPath } from '#scripts/redis';

/** Debian's names of what the tests need besides npm packages; the last two are needed to fetch and run mongod. */
const debianPackages = [
  { name: 'chromium', isPresent: () => chromiumPath() !== undefined },
  { name: 'redis-server', isPresent: () => redisPath() !== undefined },
  { name: 'python3-pip', isPresent: () => succeeds('python3', ['-m', 'pip', '--version']) },
  { name: 'libcurl4', isPresent: () => isLibraryKnown('libcurl.so.4') },
];

installDebianPackages(debianPackages.filter((one) => !one.isPresent()).map((one) => one.name));
const mongod = await findMongod().then(
  (path) => ({ path }),
  (error: unknown) => ({ missing: error instanceof Error ? error.message : String(error) }),
);
const programs = {
  chromium: pathOr(chromiumPath(), 'no Chromium: install it or set CHROMIUM_PATH'),
  redis: pathOr(redisPath(), 'no redis-server: install it or set REDIS_SERVER'),
  mongod,
};
for (const [name, found] of Object.entries(programs)) {
  console.log(`${name}: ${'path' in found ? found.path : `MISSING, ${found.missing}`}`);
}
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/programs.json', `${JSON.stringify(programs, undefined, 2)}\n`);

// A person may do without some tests; a build machine that could have all of them must not turn green on fewer.
const isBuildMachine = process.env['CI'] === 'true';
const couldHaveAll = process.platform === 'linux' && process.arch === 'x64';
const lacksSome = Object.values(programs).some((found) => 'missing' in found);
process.exitCode = isBuildMachine && couldHaveAll && lacksSome ? 1 : 0;

function pathOr(path: string | undefined, missing: string): { path: string } | { missing: string } {
  return path === undefined ? { missing } : { path };
}

/** Does nothing where there is no apt-get or no right to use it: the tests that need the program then say so. */
function installDebianPackages(names: string[]): void {
  if (names.length === 0) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const mayInstall =
    findProgram('apt-get') !== undefined &&
    (prefix.length === 0 || succeeds('sudo', ['-n', 'true']));
  if (!mayInstall) {
    console.log(`Not installed, for want of apt-get or the right to use it: ${names.join(', ')}`);
    return;
  }
  console.log(`Installing from Debian: ${names.join(', ')} …`);
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['apt-get', 'update', '-q'], install]) {
    const [program = '', ...args] = [...prefix, ...command];
    const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    if (status !== 0) console.log(`${command.join(' ')} failed; going on with what there is.`);
  }
}

function succeeds(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the loader knows a library; yes where the loader cannot be asked. */
function isLibraryKnown(library: string): boolean {
  if (findProgram('ldconfig') === undefined) return true;
  return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes(library);
}
