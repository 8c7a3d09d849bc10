import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { appPages } from '#shared/app-paths';

test('every route of the app is a page that the server knows, and every page has a route', async () => {
  const sources = await Promise.all(
    ['app.tsx', 'task-views.tsx', 'find-views.tsx'].map((file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  );
  const routes = sources.flatMap((source) => [...source.matchAll(/<Route path="\/([^/"]*)/g)]);

  const pages = routes.map(([, page]) => page);

  expect(pages).toHaveLength(appPages.length);
  expect(new Set(pages)).toEqual(new Set(appPages));
});
