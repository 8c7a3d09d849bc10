import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

const widths = { desktop: 1280, phone: 390 };

for (const [size, width] of Object.entries(widths)) {
  test(`what is overdue moves to today in one action and back with one Undo, ${size}`, async ({
    browser,
    server,
  }) => {
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await page.setViewportSize({ width, height: 844 });
    for (const title of ['Pay rent', 'Call Ben', 'Water plants']) {
      await addOn(page, { url: server.url, date: dayFromToday(-3), title });
    }
    await addOn(page, { url: server.url, date: dayFromToday(0), title: 'Due now' });
    await page.goto(`${server.url}/today`);
    const bar = page.getByTestId('overdue-bar');
    await expect(bar).toContainText('3 overdue');
    await expect(heading(page, 0)).toContainText('1 task');

    await page.getByTestId('replan-today').click();
    await expect(bar).toBeHidden();
    await said(page, '3 tasks moved to today');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(device.row('Call Ben')).toContainText('Today');

    await page.getByTestId('toast-undo').click();
    await expect(bar).toContainText('3 overdue');

    await page.getByTestId('replan-menu').click();
    await page.getByRole('menuitem', { name: 'Tomorrow' }).click();
    await said(page, '3 tasks moved to tomorrow');
    await expect(device.row('Call Ben')).toHaveCount(0);

    await page.goto(`${server.url}/upcoming`);
    await expect(page).toHaveTitle('Upcoming (4 tasks) · TaskFlow');
    await expect(heading(page, 1)).toContainText('3 tasks');
  });

  test(`a task is added on the day whose button was pressed, and stands under it, ${size}`, async ({
    browser,
    server,
  }) => {
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${server.url}/upcoming`);
    await expect(page.getByText('Nothing planned')).toBeVisible();
    await addOn(page, { url: server.url, date: dayFromToday(0), title: 'Now' });
    await page.keyboard.press('Escape');

    await heading(page, 2).getByTestId('add-on-day').click();
    await expect(page.getByTestId('task-title-input')).toBeFocused();
    await page.keyboard.type('Soon');
    await heading(page, 3).getByTestId('add-on-day').click();
    await expect(page.getByTestId('task-title-input')).toBeFocused();
    await expect(page.getByTestId('task-title-input')).toHaveValue('Soon');
    await page.keyboard.press('Enter');
    await expect(heading(page, 3)).toContainText('1 task');
    await expect(heading(page, 2)).not.toContainText('1 task');
  });
}

test('keys walk over the headings, act on the tasks, and another tab sees it live', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  for (const [title, days] of [
    ['First', 0],
    ['Second', 2],
    ['Third', 5],
  ] as const) {
    await addOn(page, { url: server.url, date: dayFromToday(days), title });
  }
  await page.keyboard.press('Escape');
  const tab = await device.openTab();
  await tab.page.goto(`${server.url}/upcoming`);
  await expect(tab.row('Third')).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await expect(device.row('Second')).toBeFocused();
  await page.keyboard.press('e');
  await expect(device.row('Second')).toHaveCount(0);
  await expect(device.row('Third')).toBeFocused();
  await expect(tab.row('Second')).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(device.row('First')).toBeFocused();
});

test('a task dragged to another day has that date, on an empty day and beside a task', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await addOn(page, { url: server.url, date: dayFromToday(0), title: 'Here' });
  await addOn(page, { url: server.url, date: dayFromToday(3), title: 'There' });
  await page.keyboard.press('Escape');

  await drag(page, { from: device.row('Here'), to: heading(page, 1) });
  await said(page, 'Moved ‘Here’ to');
  await expect(heading(page, 1)).toContainText('1 task');

  await drag(page, { from: device.row('Here'), to: device.row('There') });
  await expect(heading(page, 3)).toContainText('2 tasks');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(heading(page, 1)).toContainText('1 task');
});

/** Opens the line for a day by its address and writes a task into it. */
async function addOn(page: Page, of: { url: string; date: string; title: string }): Promise<void> {
  await page.goto(`${of.url}/upcoming?add=${of.date}`);
  await page.getByTestId('task-title-input').fill(of.title);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-title-input')).toHaveValue('');
  await said(page, '1 task added');
}

async function drag(
  page: Page,
  { from, to }: { from: ReturnType<Page['locator']>; to: ReturnType<Page['locator']> },
): Promise<void> {
  await from.hover();
  const start = await from.getByTitle('Drag to move').boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  await page.mouse.up();
}

/** The heading of the day that is so many days after today. */
function heading(page: Page, days: number) {
  return page.locator(`[data-testid="day-heading"][data-date="${dayFromToday(days)}"]`);
}

function dayFromToday(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** Some live region says it. */
async function said(page: Page, text: string): Promise<void> {
  const regions = page.locator('[role="status"], [aria-live="polite"], [aria-live="assertive"]');
  await expect(regions.filter({ hasText: text }).first()).toBeAttached();
}
