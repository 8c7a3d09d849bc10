import { open, type PictureView, setLooks } from '#scripts/picture-stage';

/** The pages of one who is signed in to the demo. */
export const pages: readonly PictureView[] = [
  ...[
    'today',
    'upcoming',
    'calendar',
    'all',
    'labels',
    'trash',
    'conflicts',
    'settings',
    'import',
    'nowhere',
  ].map((path): PictureView => ({ name: path, show: (stage) => open(stage, `/${path}`) })),
  {
    name: 'board',
    show: async (stage) => {
      await open(stage, '/board');
      await stage.page.getByTestId('board-card').first().waitFor();
      await setLooks(stage, {});
    },
  },
  { name: 'inbox', show: (stage) => open(stage, '/dashboard') },
  { name: 'project', show: (stage) => open(stage, `/project/${stage.ids.projectId}`) },
  { name: 'label', show: (stage) => open(stage, `/label/${stage.ids.labelId}`) },
  { name: 'filter', show: (stage) => open(stage, `/filter/${stage.ids.filterId}`) },
  {
    name: 'project-board',
    show: async (stage) => {
      const path = `/project/${stage.ids.projectId}`;
      await setLooks(stage, { [path]: 'board' });
      await open(stage, path);
      await stage.page.getByTestId('board-card').first().waitFor();
      await setLooks(stage, {});
    },
  },
  {
    name: 'week',
    show: async (stage) => {
      await setLooks(stage, { 'calendar span': 'week' });
      await open(stage, '/calendar');
      await setLooks(stage, {});
    },
  },
  {
    name: 'search',
    show: async (stage) => {
      await open(stage, '/search?q=the');
      await stage.page.getByTestId('search-result').first().waitFor();
    },
  },
  { name: 'search-nothing', show: (stage) => open(stage, '/search?q=submarine') },
  {
    name: 'settings-end',
    show: async (stage) => {
      await open(stage, '/settings');
      await stage.page.getByTestId('export-button').scrollIntoViewIfNeeded();
      await stage.page.getByTestId('export-button').evaluate((button) => {
        button.closest('.overflow-y-auto')?.scrollTo(0, 10_000);
      });
    },
  },
  {
    name: 'import-preview',
    show: async (stage) => {
      await open(stage, '/import');
      const input = stage.page.getByTestId('import-file-input');
      await input.setInputFiles('scripts/fixtures/todoist-backup.csv');
      await stage.page.getByTestId('import-preview').waitFor();
    },
  },
];
