import {
  create,
  open,
  openTask,
  type PictureView,
  pressOn,
  rowOf,
  write,
} from '#scripts/picture-stage';

/** The panel, dialogs, menus and messages over the pages; the last ones leave the network, and then the account. */
export const dialogs: readonly PictureView[] = [
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
      else await stage.page.keyboard.press('[');
    },
  },
  {
    name: 'done',
    show: async (stage) => {
      await open(stage, '/all');
      const row = rowOf(stage, 'Book: “The Overstory”');
      await row.getByRole('checkbox').click();
      await stage.page.getByTestId('toast-undo').waitFor();
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
      await page.getByRole('grid').evaluate((grid) => grid.parentElement?.scrollTo(0, 0));
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
