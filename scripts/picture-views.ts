import type { Page } from '@playwright/test';
import type { DemoIds } from '#scripts/demo-workspace';

/** Where a picture is taken: a page of the app, and what the demo made. */
export interface Stage {
  page: Page;
  url: string;
  ids: DemoIds;
  isPhone: boolean;
}

/** A screen of the app that pictures are taken of: its name, and how it comes up. */
export interface PictureView {
  name: string;
  show: (stage: Stage) => Promise<void>;
}

const raisedBed = 'Build the raised bed';

/** The views of one who is signed in to the demo. */
export const views: readonly PictureView[] = [
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
  { name: 'task', show: (stage) => openTask(stage) },
  {
    name: 'task-more',
    show: async (stage) => {
      await openTask(stage);
      await stage.page.getByTestId('activity').getByRole('button').first().click();
      await stage.page.getByTestId('activity-line').first().waitFor();
      await stage.page.getByTestId('activity-line').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'task-dates',
    show: async (stage) => {
      await openTask(stage);
      await stage.page.getByTestId('task-due-button').click();
      await stage.page.getByTestId('task-repeats').selectOption('weekly');
      await stage.page.getByTestId('recurrence-preview').waitFor();
    },
  },
  {
    name: 'task-reminders',
    show: async (stage) => {
      await openTask(stage);
      await stage.page.getByTestId('task-add-reminder').click();
    },
  },
  {
    name: 'task-menu',
    show: async (stage) => {
      await open(stage, '/today');
      const row = rowOf(stage, 'Buy stamps');
      await row.hover();
      await row.getByTestId('task-menu').click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  { name: 'task-labels', show: (stage) => pressOn(stage, 'l', 'picker-input') },
  { name: 'task-move', show: (stage) => pressOn(stage, 'm', 'picker-input') },
  { name: 'task-date', show: (stage) => pressOn(stage, 'd', 'task-repeats') },
  {
    name: 'selected',
    show: async (stage) => {
      await pressOn(stage, 'x', 'bulk-bar');
      await stage.page.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'replan-menu',
    show: async (stage) => {
      await open(stage, '/today');
      await stage.page.getByTestId('replan-menu').click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'day',
    show: async (stage) => {
      const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
      await open(stage, `/calendar?add=${day}`);
      await stage.page.getByTestId('task-title-input').waitFor();
    },
  },
  {
    name: 'quick-add',
    show: async (stage) => {
      await open(stage, '/dashboard?add=1');
      await write(stage, 'Call Ana tomorrow 9am !1 #phone /Home ~30m');
      await stage.page.getByTestId('quick-add-chip').first().waitFor();
    },
  },
  {
    name: 'quick-add-names',
    show: async (stage) => {
      await open(stage, '/settings');
      await stage.page.keyboard.press('q');
      await write(stage, 'Water the orchids every 2 weeks #');
      await stage.page.getByTestId('quick-add-suggestion').first().waitFor();
    },
  },
  {
    name: 'paste',
    show: async (stage) => {
      await open(stage, '/dashboard?add=1');
      await write(stage, '');
      await stage.page.getByTestId('task-title-input').evaluate((input) => {
        const clipboardData = new DataTransfer();
        const lines = [
          'Weekend in the mountains friday !2',
          '  - [x] Ask Mika for the tent #phone',
          '  - Check the stove',
          'Buy gas cartridges tomorrow #errands',
          'Book the hut ~20m',
        ];
        clipboardData.setData('text/plain', lines.join('\n'));
        const paste = { clipboardData, bubbles: true, cancelable: true };
        input.dispatchEvent(new ClipboardEvent('paste', paste));
      });
      await stage.page.getByTestId('paste-row').first().waitFor();
    },
  },
  {
    name: 'palette',
    show: async (stage) => {
      await open(stage, '/today');
      await rowOf(stage, 'Buy stamps').focus();
      await stage.page.keyboard.press('ControlOrMeta+k');
      await stage.page.getByTestId('palette-row').first().waitFor();
    },
  },
  {
    name: 'palette-results',
    show: async (stage) => {
      await open(stage, '/today');
      await stage.page.keyboard.press('ControlOrMeta+k');
      await stage.page.getByTestId('palette-input').fill('le');
      await stage.page.getByTestId('palette-row').first().waitFor();
    },
  },
  {
    name: 'keys',
    show: async (stage) => {
      await open(stage, '/today');
      await stage.page.keyboard.press('?');
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'new-project', show: (stage) => create(stage, 'create-project-button') },
  {
    name: 'new-filter',
    show: async (stage) => {
      await create(stage, 'create-filter-button');
      await stage.page.getByTestId('filter-query-input').fill('today & #wrok');
      await stage.page.getByTestId('filter-error').waitFor();
    },
  },
  {
    name: 'label-dialog',
    show: async (stage) => {
      await open(stage, '/labels');
      await stage.page.getByTestId('add-label').click();
    },
  },
  {
    name: 'more',
    show: async (stage) => {
      await open(stage, '/today');
      if (stage.isPhone) await stage.page.getByTestId('open-menu').click();
      else await stage.page.getByTestId('layout-menu').click();
    },
  },
  {
    name: 'done',
    show: async (stage) => {
      await open(stage, '/all');
      await rowOf(stage, 'Look up the opening hours').getByRole('checkbox').click();
      await rowOf(stage, 'Book: “The Overstory”').focus();
    },
  },
  {
    name: 'offline',
    show: async (stage) => {
      const { page } = stage;
      await open(stage, '/today');
      await page.context().setOffline(true);
      for (const title of ['Ask for the window seat', 'Photograph the meter']) {
        const button = page.getByTestId('create-task-button').first();
        if (!(await page.getByTestId('task-title-input').isVisible())) await button.click();
        await write(stage, title);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Escape');
      await page.locator('[data-sync="offline"]').first().waitFor();
    },
  },
  {
    name: 'sign-out',
    show: async (stage) => {
      const { page } = stage;
      await open(stage, '/settings');
      await page.getByTestId('logout-button').click();
      await page.getByTestId('logout-dialog').waitFor();
    },
  },
];

/** The views of a device on which nobody ever was: `ids` lead nowhere there. */
export const firstViews: readonly PictureView[] = [
  {
    name: 'first-run',
    show: async (stage) => {
      await open(stage, '/dashboard');
      await stage.page.getByTestId('examples-note').waitFor();
    },
  },
  {
    name: 'sign-up',
    show: async (stage) => {
      await open(stage, '/login?new');
      await stage.page.getByTestId('login-name-input').waitFor();
    },
  },
  {
    name: 'login',
    show: async (stage) => {
      await open(stage, '/login');
      const name = stage.page.getByTestId('login-name-input');
      if (await name.isVisible()) await stage.page.getByTestId('login-mode-toggle').click();
    },
  },
  {
    name: 'login-error',
    show: async (stage) => {
      await stage.page.getByTestId('login-email-input').fill('robin@example.com');
      await stage.page.getByTestId('login-password-input').fill('not this one');
      await stage.page.getByTestId('login-submit-button').click();
      await stage.page.getByTestId('login-error').waitFor();
    },
  },
  ...['dashboard', 'today', 'upcoming', 'calendar', 'board', 'labels', 'trash', 'conflicts'].map(
    (path): PictureView => ({ name: `empty-${path}`, show: (stage) => open(stage, `/${path}`) }),
  ),
  {
    name: 'broken',
    show: async (stage) => {
      await stage.page.route('**/assets/settings-view-*.js', (route) => route.abort());
      await stage.page.goto(`${stage.url}/settings`);
      await stage.page.getByTestId('route-error').waitFor();
    },
  },
];

async function open({ page, url }: Stage, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.locator('h1').first().waitFor();
}

async function openTask(stage: Stage): Promise<void> {
  await open(stage, `/project/${stage.ids.projectId}`);
  await stage.page.getByTestId('task-title').getByText(raisedBed).click();
  await stage.page.getByTestId('task-panel').waitFor();
  await stage.page.getByTestId('comment').first().waitFor();
}

/** Presses a key on a task and waits for what it opens. */
async function pressOn(stage: Stage, key: string, testId: string): Promise<void> {
  await open(stage, '/today');
  await rowOf(stage, 'Buy stamps').focus();
  await stage.page.keyboard.press(key);
  await stage.page.getByTestId(testId).first().waitFor();
}

async function create(stage: Stage, testId: string): Promise<void> {
  await open(stage, '/dashboard');
  if (stage.isPhone) await stage.page.getByTestId('open-menu').click();
  await stage.page.getByTestId(testId).last().click();
  await stage.page.getByRole('dialog').last().waitFor();
}

async function write({ page }: Stage, text: string): Promise<void> {
  await page.getByTestId('task-title-input').fill(text);
}

function rowOf({ page }: Stage, title: string) {
  return page.getByTestId('task-row').filter({ hasText: title }).first();
}

/** Keeps how views look on this device; the next page that opens reads it. */
async function setLooks({ page }: Stage, looks: Record<string, string>): Promise<void> {
  await page.evaluate((wanted) => {
    const key = 'taskflow.preferences';
    const held = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...held, looks: wanted }));
  }, looks);
}
