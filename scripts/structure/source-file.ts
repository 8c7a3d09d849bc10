import { posix } from 'node:path';

/** One file of the repository: its path from the root, with `/`, and its text (empty for pictures and the like). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Something that breaks a rule of the house, in words that say what to do. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Whether a path is code of ours, tests included. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

/** Whether a path is a test, or one of the suites and browsers' tools that only tests use. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('client/e2e/');
}

/**
 * What a file imports from, in order: paths from the root without extension for files of ours (`client/store/tabs`),
 * package names as written for everything else.
 */
export function importsOf(file: SourceFile): string[] {
  const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...withoutComments(file.text).matchAll(specifiers)].map(([, specifier = '']) =>
    resolveSpecifier(file.path, specifier),
  );
}

const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#client/': 'client/',
  '#server/': 'sync-server/',
  '#scripts/': 'scripts/',
};

function resolveSpecifier(fromPath: string, specifier: string): string {
  const bare = specifier.replace(/\.(ts|tsx|mjs|js)$/, '');
  if (bare.startsWith('.')) return posix.join(posix.dirname(fromPath), bare);
  const alias = Object.keys(aliases).find((prefix) => bare.startsWith(prefix));
  return alias === undefined ? specifier : `${aliases[alias]}${bare.slice(alias.length)}`;
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
}
