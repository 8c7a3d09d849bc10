import { expect, test } from 'vitest';
import { findUndocumentedExports } from '#scripts/structure/documented-exports';
import { findNameProblems } from '#scripts/structure/file-names';
import { findImportProblems } from '#scripts/structure/import-directions';
import { findMachinePaths } from '#scripts/structure/machine-paths';
import { findPhysicalClasses } from '#scripts/structure/physical-classes';
import { findWordsOnScreen } from '#scripts/structure/words-on-screen';
import type { Problem, SourceFile } from '#scripts/structure/source-file';

function file(path: string, text = ''): SourceFile {
  return { path, text };
}

function importing(path: string, specifier: string): SourceFile {
  return file(path, `import { x } from '${specifier}';\n`);
}

function pathsOf(problems: Problem[]): string[] {
  return problems.map(({ path }) => path);
}

test('a folder that is not on the list is a problem', () => {
  expect(pathsOf(findNameProblems([file('backend/main.ts'), file('shared/task.ts')]))).toEqual([
    'backend/main.ts',
  ]);
});

test.each([
  'shared/taskList.ts',
  'client/Tasks/task-row.tsx',
  'client/tasks/TaskRow.test.tsx',
  'sync-server/sync/utils.ts',
  'sync-server/sync/helpers.ts',
  'shared/common.ts',
  'client/sync/sync-manager.ts',
  'sync-server/sync/push-service.ts',
  'client/tasks/index.ts',
])('the name %s is a problem', (path) => {
  expect(pathsOf(findNameProblems([file(path)]))).toEqual([path]);
});

test.each([
  'pwa/service-worker.ts',
  'shared/merge-text.test.ts',
  'scripts/real-services.real.test.ts',
  'client/search/search-index.ts',
  'docs/README.md',
  'vitest.config.ts',
])('the name %s is fine', (path) => {
  expect(findNameProblems([file(path)])).toEqual([]);
});

test.each([
  'export function pay() {}',
  'export async function pay() {}',
  'export const rent = 1;',
  'export type Rent = number;',
  'export interface Rent {}',
  'export class Rent {}',
  '// not a docstring\nexport const rent = 1;',
  '/** Too far above. */\n\nexport const rent = 1;',
])('in shared, %j lacks a docstring', (text) => {
  expect(findUndocumentedExports([file('shared/rent.ts', text)])).toHaveLength(1);
});

test('an export with a docstring right above it is fine, and overloads share one', () => {
  const text =
    '/** Pays. */\nexport function pay(): void;\nexport function pay(rent: number): void;\n';
  expect(findUndocumentedExports([file('shared/rent.ts', text)])).toEqual([]);
});

test('docstrings are asked for in the server, store and sync, and not in components and tests', () => {
  const text = 'export const rent = 1;';
  const paths = [
    'sync-server/http/read-body.ts',
    'client/store/tabs.ts',
    'client/sync/leader.ts',
    'client/tasks/task-row.tsx',
    'shared/task.test.ts',
  ];
  expect(pathsOf(findUndocumentedExports(paths.map((path) => file(path, text))))).toEqual([
    'sync-server/http/read-body.ts:1',
    'client/store/tabs.ts:1',
    'client/sync/leader.ts:1',
  ]);
});

test.each([
  ['shared/task.ts', '#server/main'],
  ['client/tasks/task-row.tsx', '#client/projects/project-menu.tsx'],
  ['client/tasks/task-row.tsx', '../projects/project-menu.tsx'],
  ['client/tasks/rows/task-row.tsx', '../../projects/project-menu.tsx'],
  ['client/tasks/task-row.tsx', '#client/sync/sync-engine.ts'],
  ['client/tasks/task-row.tsx', '#client/app.tsx'],
  ['client/tasks/task-row.tsx', '../../sync-server/main.ts'],
  ['client/store/tabs.ts', '../sync/leader.ts'],
  ['client/sync/leader.ts', '#client/tasks/task-row.tsx'],
  ['client/ui/button.tsx', '#shared/task'],
  ['pwa/push.ts', '#client/store/tabs.ts'],
  ['sync-server/main.ts', '#client/app.tsx'],
  ['sync-server/main.ts', '#scripts/mongod'],
  ['sync-server/sync/push-endpoint.ts', '#server/live/announce-commit'],
  ['sync-server/sync/push-endpoint.ts', '../storage/mongo/change-log.ts'],
  ['sync-server/sync/commit-queue.ts', '#server/storage/embedded/change-log'],
  ['sync-server/sync/commit-queue.ts', 'koa'],
])('%s may not import %s', (path, specifier) => {
  expect(pathsOf(findImportProblems([importing(path, specifier)]))).toEqual([path]);
});

test.each([
  ['shared/task.ts', '#shared/parse'],
  ['client/tasks/task-row.tsx', '#client/store/use-live.ts'],
  ['client/tasks/rows/task-row.tsx', '../task-commands.ts'],
  ['client/tasks/task-row.tsx', '#client/ui/button.tsx'],
  ['client/tasks/task-row.tsx', 'react'],
  ['client/app.tsx', '#client/tasks/task-list.tsx'],
  ['client/main.tsx', '#client/sync/sync-engine.ts'],
  ['client/tasks/task-row.test.tsx', '#client/sync/sync-engine.ts'],
  ['sync-server/build-server.ts', '#server/storage/mongo/change-log'],
  ['sync-server/sync/push-endpoint.ts', '#server/http/read-body'],
  ['sync-server/sync/push-endpoint.ts', '#server/sync/commit-queue'],
  ['sync-server/http/read-body.ts', 'koa'],
])('%s may import %s', (path, specifier) => {
  expect(findImportProblems([importing(path, specifier)])).toEqual([]);
});

test('an import counts however it is written, and one in a comment does not', () => {
  const texts = [
    `import type { X } from '#server/main';`,
    `export { x } from '#server/main';`,
    `const x = await import('#server/main');`,
    `import {\n  x,\n} from "../sync-server/main.ts";`,
    `// import { x } from '#server/main';`,
  ];
  const found = texts.map((text) => findImportProblems([file('shared/task.ts', text)]).length);
  expect(found).toEqual([1, 1, 1, 1, 0]);
});

test.each(['root', 'work', 'home/alice', 'Users/alice'])(
  'a path under /%s is a problem',
  (folder) => {
    expect(pathsOf(findMachinePaths([file('docs/x.md', `See\n/${folder}/project.`)]))).toEqual([
      'docs/x.md:2',
    ]);
  },
);

test('addresses and relative paths are no machine paths', () => {
  const text = 'https://example.org/work/x ./home/alice docs/root/x /home/node/app';
  expect(findMachinePaths([file('docs/x.md', text)])).toEqual([]);
});

test.each([
  `<p className="flex ml-2">`,
  `<p className="sm:-mr-1.5">`,
  `'absolute right-0.5',`,
  `<p className="grow text-left">`,
  `<p className={\`border-l \${tone}\`}>`,
  `const indents = ['pl-7'];`,
  `'rounded-tl-card',`,
])('the class in %s names a side of the screen', (text) => {
  expect(findPhysicalClasses([file('client/ui/x.tsx', text)])).toHaveLength(1);
});

test.each([
  `<p className="ms-2 ps-3 start-0 text-start border-e rounded-s-card inset-x-4 mx-auto">`,
  `<p className="rtl:-ml-2 ltr:pl-3">`,
  `<Sheet side="left" />`,
  `// no ml-2 here`,
  `import { X } from './list-left.ts';`,
])('the classes in %s hold in both directions', (text) => {
  expect(findPhysicalClasses([file('client/ui/x.tsx', text)])).toEqual([]);
});

test.each([
  '<p>Add task</p>',
  '<p>\n  Add task\n</p>',
  '<Button look="quiet">Save</Button>',
  '<p>tasks: {count}</p>',
  '<input aria-label="Title" />',
  `<input placeholder={'Add a task'} />`,
  '<img alt={`Picture of ${name}`} />',
  '<Dialog closeLabel="Close" />',
  `toasts.show({ text: 'Saved on this device' });`,
])('in %j words stand outside the catalogs', (text) => {
  expect(findWordsOnScreen([file('client/ui/x.tsx', text)])).not.toEqual([]);
  const sentence = "const text = 'Nothing to show here';";
  expect(findWordsOnScreen([file('client/ui/x.ts', sentence)])).toHaveLength(1);
});

test.each([
  '<p>{words.add}</p>',
  '<p>·</p>',
  '<Kbd>E</Kbd>',
  '<input aria-label={words.title} alt="" />',
  'const rows = useLive<TaskRow[]>(rows$, none);',
  'const isOld = a > b && c < d;',
  'const icons = { light: <Sun />, dark: <Moon /> };',
  '// <p>Add task</p>',
  `throw new Error('This is for developers');`,
  '<p className="flex grow" data-testid="task row">',
])('%j holds no words of its own', (text) => {
  expect(findWordsOnScreen([file('client/ui/x.tsx', text)])).toEqual([]);
});
