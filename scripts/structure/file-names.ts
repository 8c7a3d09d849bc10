import { posix } from 'node:path';
import { isCode, type Problem, type SourceFile } from '#scripts/structure/source-file';

/** Names that say nothing about what is inside, so that everything ends up there. */
const emptyNames =
  /^(utils?|helpers?|common|managers?|services?|index|misc)$|-(utils?|helpers?|manager|service)$/;

/** Top-level folders; a new one is a decision about the layout of the whole house. */
const folders: readonly string[] = [
  '.ci',
  '.github',
  'client',
  'deploy',
  'docs',
  'pwa',
  'scripts',
  'shared',
  'sync-server',
];

/** Files of code are named in kebab-case after what they export, in folders from a fixed list. */
export function findNameProblems(files: readonly SourceFile[]): Problem[] {
  const unknownFolders = files
    .filter(({ path }) => path.includes('/') && !folders.includes(firstFolder(path)))
    .map(({ path }) => ({
      path,
      message: `'${firstFolder(path)}' is no top-level folder of ours`,
    }));
  const badNames = files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path }) => problemsOfName(path));
  return [...unknownFolders, ...badNames];
}

function problemsOfName(path: string): Problem[] {
  const name = posix
    .basename(path)
    .replace(/(\.(real|dom|test|spec|config|d))*\.(ts|tsx|mjs)$/, '');
  const parts = [...posix.dirname(path).split('/').slice(1), name];
  const badPart = parts.find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
  if (badPart !== undefined) return [{ path, message: `'${badPart}' is not kebab-case` }];
  if (!emptyNames.test(name)) return [];
  return [
    { path, message: `'${name}' does not say what is inside: name it after its main export` },
  ];
}

function firstFolder(path: string): string {
  return path.split('/')[0] ?? '';
}
