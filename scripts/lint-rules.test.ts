import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'taskflow-lint-'));
  copyFileSync('.oxlintrc.json', join(house, '.oxlintrc.json'));
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

/** Lints one planted file under our own rules; gives the names of the rules it breaks. */
function lintPlanted(path: string, text: string): string[] {
  mkdirSync(join(house, dirname(path)), { recursive: true });
  writeFileSync(join(house, path), text);
  const oxlint = resolve('node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['--format=json'], { cwd: house, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return diagnostics.map(({ code }) => code);
}

test.each([
  ['client/tasks/planted.ts', '#server/main'],
  ['client/tasks/planted.ts', '../../sync-server/main.ts'],
  ['client/ui/planted.ts', '#shared/task'],
  ['client/store/planted.ts', '#client/sync/leader.ts'],
  ['shared/planted.ts', 'node:fs'],
  ['sync-server/planted.ts', '#client/app.tsx'],
  ['sync-server/sync/planted.ts', 'mongodb'],
  ['client/e2e/planted.ts', '#server/main'],
])('lint refuses in %s an import of %s', (path, specifier) => {
  const text = `import type { X } from '${specifier}';\nexport type Y = X;\n`;
  expect(lintPlanted(path, text)).toContain('eslint(no-restricted-imports)');
});

test('lint refuses a file of more than 300 lines', () => {
  expect(lintPlanted('shared/planted.ts', 'export {};\n'.repeat(301))).toContain(
    'eslint(max-lines)',
  );
});

test('lint refuses a function of more than 50 lines', () => {
  const text = `export function long(rent: number[]): void {\n${'  rent.push(1);\n'.repeat(50)}}\n`;
  expect(lintPlanted('shared/planted.ts', text)).toContain('eslint(max-lines-per-function)');
});

test('lint refuses imports in a circle', () => {
  lintPlanted('shared/other.ts', `import { a } from './planted.ts';\nexport const b = () => a;\n`);
  const text = `import { b } from './other.ts';\nexport const a = () => b;\n`;
  expect(lintPlanted('shared/planted.ts', text)).toContain('import(no-cycle)');
});

test('lint accepts a file that keeps the rules', () => {
  const text = `import type { Task } from '#shared/task';\nexport type Row = Task;\n`;
  expect(lintPlanted('client/tasks/planted.ts', text)).toEqual([]);
});
