import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('on a phone a new project is shown at once, not covered by the drawer it was made in', async ({
  browser,
  server,
}) => {
  const { page } = await Device.open(browser, server.url);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('open-menu').click();
  await page.getByTestId('create-project-button').click();
  await page.getByRole('textbox').fill('House');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/project/*');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'House' })).toBeVisible();
});

test('on a phone a row is drawn to the right to complete it, and to the left to date it', async ({
  browser,
  server,
}) => {
  const device = await Device.openOnPhone(browser, server.url);
  const { page } = device;
  for (const title of ['Pay rent', 'Call Ana']) await device.addTaskByKey(title);
  await page.keyboard.press('Escape');

  await swipe(page, device.row('Pay rent'), 50);
  await expect(device.row('Pay rent')).toBeVisible();
  await swipe(page, device.row('Pay rent'), 160);
  await expect(device.row('Pay rent')).toHaveCount(0);
  await page.getByTestId('toast-undo').tap();
  await expect(device.row('Pay rent')).toBeVisible();

  await swipe(page, device.row('Call Ana'), -160);
  await page.getByRole('button', { name: 'Tomorrow', exact: true }).tap();
  await expect(device.row('Call Ana')).toContainText('Tomorrow');
  await expect(page.getByTestId('task-panel')).toHaveCount(0);
});

/** Draws a row aside by so many pixels, in steps as a finger does. */
async function swipe(page: Page, row: ReturnType<Device['row']>, byX: number): Promise<void> {
  const box = await row.getByTestId('task-title').boundingBox();
  if (box === null) throw new Error('the row is in sight');
  const session = await page.context().newCDPSession(page);
  const [fromX, y] = [195, box.y + box.height / 2];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  await send('touchStart', fromX);
  for (let step = 1; step <= 8; step += 1) await send('touchMove', fromX + (byX * step) / 8);
  await send('touchEnd');
  await session.detach();
}
