import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCatalogs } from '#scripts/catalogs/read-catalogs';
import { renderCatalogs } from '#scripts/catalogs/render-catalogs';

/** Writes `client/i18n/compiled/` from the catalogs; with `--check`, only says whether it is equal to what they give. */
const folder = 'client/i18n/compiled';
const { catalogs, startAreas } = readCatalogs('client/i18n/catalogs');
const isCheck = process.argv.includes('--check');
process.exitCode = run();

function run(): number {
  try {
    const files = renderCatalogs(catalogs, startAreas);
    return isCheck ? check(files) : write(files);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function write(files: ReadonlyMap<string, string>): number {
  for (const path of writtenFiles()) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, text] of files) {
    const target = join(folder, path);
    // A file that stays as it is keeps its time, so that nothing that watches wakes up.
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  console.log(`${files.size} files of words written`);
  return 0;
}

function check(files: ReadonlyMap<string, string>): number {
  const written = writtenFiles();
  const stale = [...files].filter(([path, text]) => {
    const target = join(folder, path);
    return !existsSync(target) || readFileSync(target, 'utf8') !== text;
  });
  const left = written.filter((path) => !files.has(path));
  for (const path of [...stale.map(([path]) => path), ...left])
    console.error(`${join(folder, path)}: is not what the catalogs give; run \`npm run words\``);
  console.log(`${files.size} files of words looked at, ${stale.length + left.length} problems`);
  return stale.length + left.length === 0 ? 0 : 1;
}

function writtenFiles(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
}
