import { expect, type Locator, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('tasks are added on a day, dragged to another and to a time, and each is one action', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  await device.addTask('Someday');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Calendar' }).click();
  await page.getByTestId('calendar-next').click();
  const [monday, tuesday] = [await dayAt(page, 8), await dayAt(page, 9)];

  await day(page, monday).click({ position: { x: 20, y: 10 } });
  await page.getByTestId('task-title-input').fill('Pay rent');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('agenda-item')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('day-dialog')).toHaveCount(0);
  await expect(chips(page, monday)).toHaveText(['Pay rent']);

  await drag(page, chip(page, 'Pay rent'), day(page, tuesday));
  await expect(chips(page, tuesday)).toHaveText(['Pay rent']);
  await said(page, 'Moved ‘Pay rent’ to');
  await page.getByTestId('undo-button').click();
  await expect(chips(page, monday)).toHaveText(['Pay rent']);

  await drag(page, page.getByTestId('tray-item'), day(page, tuesday));
  await expect(chips(page, tuesday)).toHaveText(['Someday']);
  await expect(page.getByTestId('tray-item')).toHaveCount(0);

  await day(page, tuesday).focus();
  await page.getByTestId('span-week').click();
  const times = page.locator(`[data-testid="calendar-times"][data-date="${tuesday}"]`);
  await drag(page, chip(page, 'Someday'), times, { y: 10 * 48 + 3 });
  // The grid scrolls a little while the task comes in over its upper edge.
  await said(page, /at \d\d:(00|15|30|45)/);
  await expect(times.getByTestId('calendar-title')).toHaveText(['Someday']);
});

test('keys move over days, open one and move its tasks; a recurring task shows when it comes back', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/calendar`);
  const today = await page
    .locator('[role="gridcell"][aria-current="date"]')
    .getAttribute('data-date');
  if (today === null) throw new Error('today is in sight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await expect(day(page, today)).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  const later = await page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? '');
  expect(later > today).toBe(true);

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('day-dialog')).toBeVisible();
  await page.getByTestId('add-in-day').click();
  await page.keyboard.type('Water plants');
  await page.keyboard.press('Enter');
  const item = page.getByTestId('agenda-item');
  await expect(item).toHaveCount(1);
  await item.focus();
  await page.keyboard.press('d');
  await page.getByLabel('Repeats').selectOption({ label: 'Every day' });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('task-repeats')).toHaveCount(0);
  await expect(page.getByTestId('calendar-ghost').first()).toBeAttached();
  await item.focus();
  await expect(item).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await said(page, 'Only this one: it repeats as before.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('day-dialog')).toHaveCount(0);
  await expect(page.getByTestId('calendar-chip')).toHaveCount(1);
  await expect(page.getByTestId('calendar-ghost').first()).toBeVisible();
});

test('on a phone a month is dots over the tasks of a day, and a week is its tasks', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/calendar?add=1`);
  await page.getByTestId('task-title-input').fill('Pay rent');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('day-dialog')).toHaveCount(0);
  await expect(page.getByTestId('agenda-title')).toHaveText(['Pay rent']);
  await page.getByTestId('span-week').click();
  await expect(page.getByTestId('agenda-day')).toHaveCount(7);
  await page.getByTestId('agenda-item').getByRole('checkbox').click();
  await expect(page.getByTestId('agenda-item').getByRole('checkbox')).toBeChecked();
  await page.getByTestId('show-done-toggle').click();
  await expect(page.getByTestId('agenda-item')).toHaveCount(0);
});

function day(page: Page, date: string): Locator {
  return page.locator(`[role="gridcell"][data-date="${date}"]`);
}

function chips(page: Page, date: string): Locator {
  return day(page, date).getByTestId('calendar-title');
}

function chip(page: Page, title: string): Locator {
  return page.getByTestId('calendar-chip').filter({ hasText: title });
}

/** The date of the day that stands so far into the grid. */
async function dayAt(page: Page, index: number): Promise<string> {
  const date = await page.getByTestId('calendar-day').nth(index).getAttribute('data-date');
  if (date === null) throw new Error('every day has a date');
  return date;
}

async function drag(
  page: Page,
  from: Locator,
  to: Locator,
  position?: { y: number },
): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  // What makes it draggable is loaded after it is shown.
  await expect(from).toHaveAttribute('draggable', 'true');
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  const y = position === undefined ? end.y + end.height / 2 : end.y + position.y;
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, y, { steps: 12 });
  await page.mouse.up();
}

/** Some live region says it. */
async function said(page: Page, text: string | RegExp): Promise<void> {
  const regions = page.locator('[role="status"], [aria-live="polite"], [aria-live="assertive"]');
  await expect(regions.filter({ hasText: text }).first()).toBeAttached();
}
