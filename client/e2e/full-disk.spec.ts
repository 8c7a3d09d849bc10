import { expect } from '@playwright/test';
import { makeOriginSmall } from '#scripts/small-origin';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('[R1] a full disk: what was done is not shown as saved, is kept, and goes through once there is room', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const disk = await makeOriginSmall(context, server.url);
  const device = await Device.openIn(context, server.url);
  await device.signUp(person('Alice'));
  await device.addTask('Before');
  await device.untilSynced();

  await disk.fill(device.page);
  await device.typeTask('Written on a full disk').then((input) => input.press('Enter'));
  const told = device.page.getByTestId('not-saved');
  await expect(told).toContainText('could not be saved on this device');
  await expect(device.row('Written on a full disk')).toBeHidden();
  await device.complete('Before');
  await expect(told).toContainText('2 changes could not be saved');
  // Whoever closes the page now is asked first.
  const asked = device.page.waitForEvent('dialog');
  await device.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await device.page.getByTestId('not-saved-retry').click();
  await expect(told).toContainText('2 changes could not be saved');
  await disk.free(device.page);
  // Unless it has tried again by itself.
  const retry = device.page.getByTestId('not-saved-retry');
  await retry.click({ timeout: 2_000 }).catch(() => undefined);
  await expect(device.row('Written on a full disk')).toBeVisible();
  await expect(device.row('Before')).toBeHidden();
  await expect(told).toBeHidden();
  await device.untilSynced();
  await device.page.reload();
  await expect(device.row('Written on a full disk')).toBeVisible();
});

test('[R2] what others do meanwhile comes by itself once there is room, and the pill never claims what is not so', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const disk = await makeOriginSmall(context, server.url);
  const full = await Device.openIn(context, server.url);
  await full.signUp(alice);
  const other = await Device.open(browser, server.url);
  await other.signIn(alice);
  await other.addTask('Before');
  await other.untilSynced();
  await expect(full.row('Before')).toBeVisible();

  await disk.fill(full.page);
  // What the database tidies up may let some in before the room is filled anew: then "Synced" has to be true.
  const titles: string[] = [];
  const isRefused = async () => {
    for (const title of ['One', 'Two', 'Three']) {
      titles.push(`${title} ${titles.length} ${'x'.repeat(300)}`);
      await other.addTask(titles.at(-1) ?? '');
    }
    await other.untilSynced();
    const retrying = expect(full.status()).toHaveAttribute('data-sync', 'retrying');
    if (
      await retrying.then(
        () => true,
        () => false,
      )
    )
      return true;
    await expect(full.status()).toHaveAttribute('data-sync', 'synced');
    for (const title of titles) await expect(full.row(title)).toBeVisible();
    return false;
  };
  for (let round = 0; round < 3 && !(await isRefused()); round += 1);
  await expect(full.status()).toHaveAttribute('data-sync', 'retrying');
  await expect(full.row('Before')).toBeVisible();
  await disk.free(full.page);
  await full.untilSynced({ timeoutMs: 30_000 });
  for (const title of titles) await expect(full.row(title)).toBeVisible();
});
