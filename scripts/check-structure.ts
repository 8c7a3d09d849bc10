import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findUndocumentedExports } from '#scripts/structure/documented-exports';
import { findNameProblems } from '#scripts/structure/file-names';
import { findImportProblems } from '#scripts/structure/import-directions';
import { findMachinePaths } from '#scripts/structure/machine-paths';
import { findPhysicalClasses } from '#scripts/structure/physical-classes';
import { findWordsOnScreen } from '#scripts/structure/words-on-screen';
import type { SourceFile } from '#scripts/structure/source-file';

/** The rules of the house that the linter cannot see, over every file that git knows or would add. */
const files = listFiles();
const problems = [
  ...findNameProblems(files),
  ...findImportProblems(files),
  ...findUndocumentedExports(files),
  ...findMachinePaths(files),
  ...findPhysicalClasses(files),
  ...findWordsOnScreen(files),
];
for (const { path, message } of problems) console.error(`${path}: ${message}`);
console.log(`${files.length} files looked at, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function listFiles(): SourceFile[] {
  const command = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const paths = execFileSync('git', command, { encoding: 'utf8' }).split('\0');
  const present = paths.filter((path) => path !== '' && existsSync(path));
  return present.map((path) => ({ path, text: isText(path) ? readFileSync(path, 'utf8') : '' }));
}

function isText(path: string): boolean {
  return !/\.(png|ico|jpg|webp|woff2|gz|zip)$/.test(path);
}
