import { type Browser, expect, type Page } from '@playwright/test';
import { Device, paste } from './device.ts';
import { test } from './with-server.ts';

const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const field = (page: Page) => page.getByTestId('task-title-input');
const chips = (page: Page) => page.getByTestId('quick-add-chip');
const options = (page: Page) => page.getByTestId('quick-add-suggestion');

async function openOn(browser: Browser, of: { size: keyof typeof sizes; url: string }) {
  const device = await Device.openIn(await browser.newContext(sizes[of.size]), of.url);
  await device.page.goto(`${of.url}/dashboard`);
  await device.goOffline();
  await device.page.getByTestId('create-task-button').first().click();
  await expect(field(device.page)).toHaveRole('combobox');
  await expect(field(device.page)).toBeFocused();
  return device;
}

for (const size of ['desktop', 'phone'] as const) {
  test(`offline, a sentence becomes a task with chips, and pasted lines become tasks, ${size}`, async ({
    browser,
    server,
  }) => {
    const device = await openOn(browser, { size, url: server.url });
    const { page } = device;
    await page.keyboard.type('Watch friday tomorrow 9am !1');
    await expect(chips(page)).toHaveText(['Tomorrow 09:00', 'Urgent']);
    expect(await marksAreAligned(page)).toBe(true);

    // By key to the first chip, and back by making it text.
    await page.keyboard.press('ArrowDown');
    await expect(chips(page).first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(chips(page)).toHaveText(['Tomorrow 09:00']);
    await expect(page.getByText('‘!1’ is text')).toBeAttached();
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();

    // A label is made by the way, and is suggested to the next task.
    await page.keyboard.type(' #phone');
    await expect(options(page)).toHaveText(['Create label ‘phone’']);
    await page.keyboard.press('Enter');
    await expect(device.row('Watch friday !1')).toContainText('Tomorrow 09:00');
    await expect(device.row('Watch friday !1')).toContainText('phone');
    await page.keyboard.type('Call Ana #ph');
    await expect(options(page).first()).toHaveText('phone');
    await page.keyboard.press('Tab');
    await expect(field(page)).toHaveValue('Call Ana #phone ');
    await page.keyboard.press('Enter');
    await expect(device.row('Call Ana')).toContainText('phone');

    await paste(page, pastedTrip);
    await expect(page.getByTestId('paste-row')).toHaveCount(12);
    await expect(page.getByTestId('paste-row').nth(3)).toContainText('Tomorrow');
    await page.getByTestId('paste-row').nth(11).getByRole('checkbox').click();
    // The focus is on the lines: Enter there adds them.
    await page.keyboard.press('Enter');
    await expect(device.row('Book a flight')).toContainText('Tomorrow');
    await expect(device.row('Left out')).toHaveCount(0);
    // Two from before and eleven pasted ones, of which the ticked one is not shown.
    await expect(page.getByTestId('task-row')).toHaveCount(12);
    await page.getByTestId('toast-undo').click();
    await expect(page.getByTestId('task-row')).toHaveCount(2);
  });
}

test('Q opens a line in the settings, keeps what was begun, and adds without leaving them', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/settings`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('q');
  await expect(page.getByTestId('quick-add-dialog')).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('Pay rent every month 9am ');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('quick-add-dialog')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('c');
  await expect(field(page)).toHaveValue('Pay rent every month 9am ');
  await page.keyboard.press('Shift+Enter');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('Call Ana');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('quick-add-dialog')).toBeHidden();
  await expect(page).toHaveURL(`${server.url}/settings`);
  await page.goto(`${server.url}/dashboard`);
  await expect(device.row('Pay rent')).toContainText('09:00');
  await expect(device.row('Call Ana')).toBeVisible();
});

const pastedTrip = [
  'Trip to Lisbon',
  '- [ ] Passport',
  '- [x] Vaccination',
  '* Book a flight tomorrow !2',
  '1. Pack',
  '   - Socks',
  '   - Charger',
  'Sun cream',
  'Call the bank at 9:00 on 2030-05-06',
  'Every second counts',
  '"tomorrow" is a song',
  'Left out',
].join('\n');

/** Pastes into what has the focus, as a browser does. */
/** Whether the marks under the field are laid out as its text is. */
function marksAreAligned(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('[data-testid="task-title-input"]');
    const marks = document.querySelector('[data-testid="quick-add-marks"]');
    if (input === null || marks === null) return false;
    const [a, b] = [getComputedStyle(input), getComputedStyle(marks)];
    const isSameText = a.fontSize === b.fontSize && a.letterSpacing === b.letterSpacing;
    const isSamePlace = a.paddingInlineStart === b.paddingInlineStart;
    return isSameText && isSamePlace && marks.textContent === input.value;
  });
}
