import { expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { everyScreen } from './every-screen.ts';
import { foreignWordsOn } from './foreign-words-on.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

const mixed = 'شراء milk من Lidl';

test('in Arabic everything goes as in English, in all tabs, also without a network', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  const tab = await device.openTab();
  await tab.typeTask('half a title');
  await chooseLanguage(page, server.url, 'ar');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الإعدادات');

  // The other tab follows, and what is being typed there stays.
  await expect(tab.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(tab.page.getByTestId('task-title-input')).toHaveValue('half a title');
  await tab.page.close();

  await device.goOffline();
  await page.goto(`${server.url}/dashboard`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await device.addTask(mixed);
  // Dates and rhythms are read in Arabic, and a chip says so.
  const line = await device.typeTask('اتصل بليلى كل أسبوعين يوم الأحد الساعة ٥ مساءً');
  await expect(page.getByTestId('quick-add-chip')).toContainText('كل أسبوعين يوم');
  await line.press('Enter');
  await expect(device.row('اتصل بليلى')).toContainText(/[5٥]:[0٠]{2}/);
  await page.keyboard.press('Escape');
  await expect(device.row(mixed).getByRole('checkbox')).toHaveAccessibleName(
    `إكمال «\u2068${mixed}\u2069»`,
  );
  await device.rename(mixed, 'Call Layla');
  await expect(device.row('Call Layla').getByTestId('task-title')).toHaveCSS('direction', 'ltr');
  await device.complete('Call Layla');
  await page.getByRole('button', { name: 'تراجع' }).first().click();
  await expect(device.row('Call Layla')).toHaveAttribute('data-status', 'todo');
  // The keys of a keyboard with Arabic letters are where they are on others.
  await device.row('Call Layla').focus();
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ث', code: 'KeyE', bubbles: true }),
    ),
  );
  await expect(device.row('Call Layla')).toBeHidden();

  await device.goOnline();
  await chooseLanguage(page, server.url, 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('a device that speaks Arabic starts in it, from the right, before anything is drawn', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const page = await context.newPage();
  await page.route('**/assets/**', (route) => route.abort());
  await page.goto(server.url);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.unroute('**/assets/**');
  await page.goto(`${server.url}/dashboard`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الوارد');
});

test('no screen in Arabic has English words, scrolls sideways or breaks WCAG 2.2 AA', async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await device.signUp(person('Alice'));
  await chooseLanguage(page, server.url, 'ar');
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await device.untilSynced();

  const found: string[] = [];
  for (const screen of everyScreen) {
    await screen.show(device, server.url);
    const problems = [...(await foreignWordsOn(page)), ...(await violationsOn(page))];
    // The narrowest screen that WCAG asks for last, as it changes what is there.
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      // What a screen is made of changes with its width a moment after it.
      const settles = expect.poll(() => scrollsSideways(page), { timeout: 3_000 }).toBe(false);
      await settles.catch(() => problems.push(`scrolls sideways at ${width}`));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    found.push(...problems.map((text) => `${screen.name}: ${text}`));
  }
  expect(found).toEqual([]);
});

async function chooseLanguage(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await page.getByTestId('language-select').selectOption(code);
  await expect(page.locator('html')).toHaveAttribute('lang', code);
}

/** The page, or anything in it that is not meant to be scrolled that way. */
async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('main, main section, main section > div'),
    ]
      // The columns of a board are meant to be.
      .filter((element) => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .some((element) => element.scrollWidth > element.clientWidth + 1),
  );
}
