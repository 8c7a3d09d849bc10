import { expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

const csv =
  'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\ntask,Water the cactus,,4,1,,,,en,\n';

/** A calendar with an event that comes back every week, and one that is over. */
function calendarFor(day: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Choir',
    'BEGIN:VEVENT',
    'UID:practice',
    'SUMMARY:Choir practice',
    `DTSTART:${day}T193000`,
    `DTEND:${day}T213000`,
    'RRULE:FREQ=WEEKLY',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:concert',
    'SUMMARY:Concert',
    'DTSTART;VALUE=DATE:20200101',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

/** The day after today where the browser is, `YYYYMMDD`. */
function tomorrow(): string {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  return new Intl.DateTimeFormat('sv-SE').format(date).replaceAll('-', '');
}

test('a link, words and a file that other apps share are shown first, and become tasks without a network', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.typeTask('half a title');
  await device.goOffline();

  await share(page, { title: 'Release notes', url: 'https://a.example/#today' });
  const line = page.getByTestId('quick-add-dialog').getByTestId('task-title-input');
  await expect(line).toHaveValue('Release notes https://a.example/#today');
  await expect(page.getByTestId('quick-add-chip')).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  // Not answered yet: neither a reload nor the next share takes it away.
  await page.reload();
  await expect(line).toHaveValue('Release notes https://a.example/#today');
  await share(page, { text: 'Pack\nBook a room' });
  await expect(line).toHaveValue('Release notes https://a.example/#today');
  await line.press('Enter');
  await expect(page.getByTestId('paste-row')).toHaveCount(2);
  await page.getByTestId('paste-add').click();
  await expect(page.getByTestId('quick-add-dialog')).toBeHidden();
  await expect(device.row('Book a room')).toBeVisible();
  await expect(device.row('Release notes https://a.example/#today')).toBeVisible();
  // What the person had begun before is still there.
  await page.getByTestId('create-task-button').first().click();
  await expect(page.getByTestId('task-title-input')).toHaveValue('half a title');
  await page.keyboard.press('Escape');

  await share(page, {}, { name: 'backup.csv', text: csv });
  await expect(page.getByTestId('import-preview')).toContainText('1');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/all`);
  await expect(device.row('Water the cactus')).toBeVisible();

  await page.goto(`${server.url}/share?id=nothing-here`);
  await expect(page.getByText('Please share it once more').first()).toBeVisible();
});

test('files are dropped anywhere and opened with the app, and links lead to what they name', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/settings`);
  // Once the page hears of it: that is loaded after the first view.
  await expect(async () => {
    await dragFile(page, 'dragover');
    await expect(page.getByTestId('drop-sign')).toBeVisible({ timeout: 500 });
  }).toPass();
  await dragFile(page, 'drop');
  await expect(page.getByTestId('drop-sign')).toBeHidden();
  await expect(page.getByTestId('import-preview')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('import-preview')).toBeHidden();

  const link = (to: string) =>
    `${server.url}/open?link=${encodeURIComponent(`web+taskflow:${to}`)}`;
  await page.goto(link('add?text=Call%20Ana%20tomorrow'));
  const line = page.getByTestId('quick-add-dialog').getByTestId('task-title-input');
  await expect(line).toHaveValue('Call Ana tomorrow');
  await expect(page.getByTestId('quick-add-chip')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(device.row('Call Ana')).toBeHidden();
  await page.goto(link('search?q=ana'));
  await expect(page).toHaveURL(`${server.url}/search?q=ana`);
  await page.goto(link('settings'));
  await expect(page.getByText('This link leads nowhere in TaskFlow.').first()).toBeVisible();

  // Without a network: the code that reads calendars is on the device like everything else.
  await device.untilReadyOffline();
  await device.goOffline();
  await page.addInitScript((text) => {
    const file = new File([text], 'opened.ics', { type: 'text/calendar' });
    const queue = {
      setConsumer: (take: (launch: unknown) => void) => {
        Reflect.set(globalThis, 'launch', take);
        take({ files: [{ name: file.name, getFile: async () => file }] });
      },
    };
    Object.defineProperty(window, 'launchQueue', { value: queue });
  }, calendarFor(tomorrow()));
  await page.goto(`${server.url}/dashboard`);
  await expect(page.getByTestId('import-left-out')).toHaveText('1 event that is over is left out.');
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Upcoming/ }).click();
  const event = device.row('Choir practice');
  await expect(event).toContainText('Tomorrow 19:30');
  await expect(event.getByLabel('Repeats')).toBeVisible();
  // A shortcut of the icon, while the window is open: it only comes to the front.
  await page.evaluate(() =>
    Reflect.get(globalThis, 'launch')({ targetURL: `${location.origin}/today` }),
  );
  await expect(page).toHaveURL(`${server.url}/today`);
});

test('the icon of the app says how much is due today and overdue, live, and nothing after a sign-out', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'badge', 'none');
    const note = (value: unknown) => async () => void Reflect.set(globalThis, 'badge', value);
    Object.assign(navigator, {
      setAppBadge: async (count: number) => note(count)(),
      clearAppBadge: note('cleared'),
    });
  });
  const badge = () => page.evaluate(() => Reflect.get(globalThis, 'badge'));
  await device.signUp(person('Alice'));
  await device.addTaskByKey('Pay rent');
  await (await device.typeTask('Call Ana today')).press('Enter');
  // It is on disk: what is pressed and not shown yet may end with the page, and is a draft again.
  await expect(device.row('Call Ana')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/upcoming?add=2020-01-01`);
  await (await device.typeTask('Water the plants')).press('Enter');
  await expect(page.getByTestId('overdue-bar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(badge).toBe(2);
  await page.goto(`${server.url}/all`);
  await expect.poll(badge).toBe(2);
  await device.complete('Call Ana');
  await expect.poll(badge).toBe(1);
  await device.untilSynced();
  await page.goto(`${server.url}/settings`);
  await expect.poll(badge).toBe(1);
  await page.getByTestId('logout-button').click();
  await page.waitForURL('**/login');
  await expect.poll(badge).toBe(0);
});

/** As the system does it with the form that the manifest describes. */
async function share(
  page: Page,
  fields: Record<string, string>,
  file?: { name: string; text: string },
): Promise<void> {
  await page.evaluate(
    (given) => {
      const form = document.createElement('form');
      Object.assign(form, { action: '/share', method: 'POST', enctype: 'multipart/form-data' });
      for (const [name, value] of Object.entries(given.fields)) {
        const field = document.createElement('textarea');
        Object.assign(field, { name, value });
        form.append(field);
      }
      if (given.file !== undefined) {
        const files = new DataTransfer();
        files.items.add(new File([given.file.text], given.file.name, { type: 'text/csv' }));
        const field = document.createElement('input');
        Object.assign(field, { type: 'file', name: 'files' });
        field.files = files.files;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    },
    { fields, file },
  );
  await page.waitForURL('**/dashboard');
}

async function dragFile(page: Page, type: string): Promise<void> {
  await page.evaluate(
    (given) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([given.csv], 'dropped.csv', { type: 'text/csv' }));
      const dragged = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent(given.type, dragged));
    },
    { type, csv },
  );
}
