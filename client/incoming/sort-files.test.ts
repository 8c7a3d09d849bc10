import { expect, test } from 'vitest';
import { sortFiles } from './sort-files.ts';

test('notes become lines, everything else goes to the import', () => {
  const named = (name: string, type = '') => new File(['x'], name, { type });
  const { notes, imports } = sortFiles([
    named('list.txt', 'text/plain'),
    named('README.MD'),
    named('shared text', 'text/plain'),
    named('backup.csv', 'text/plain'),
    named('export.json', 'application/json'),
    named('photo.png', 'image/png'),
  ]);
  expect(notes.map(({ name }) => name)).toEqual(['list.txt', 'README.MD', 'shared text']);
  expect(imports.map(({ name }) => name)).toEqual(['backup.csv', 'export.json', 'photo.png']);
});
