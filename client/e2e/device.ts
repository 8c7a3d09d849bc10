import { randomUUID } from 'node:crypto';
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';

/** Somebody with an account. */
export interface Person {
  email: string;
  password: string;
  name: string;
}

/** A person of this test, whose address nobody ever had: tests may share a server. */
export function person(name: string): Person {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`;
  return { name, email, password: 'a long pass phrase' };
}

/** Runs in the page before the app. */
export function withoutExamples(): void {
  const key = 'taskflow.preferences';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"examples":"removed"}');
}

/** One device: a browser profile of its own with one open tab. */
export class Device {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #url: string;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.context = context;
    this.page = page;
    this.#url = url;
  }

  /**
   * Opens the app for the first time on a new device and waits until it works without a network. The person has had
   * the examples of a first start before: who counts tasks counts their own.
   */
  static async open(browser: Browser, url: string): Promise<Device> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    return Device.openIn(context, url);
  }

  /** The same on a phone, with fingers. */
  static async openOnPhone(browser: Browser, url: string): Promise<Device> {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
    return Device.openIn(context, url);
  }

  /** The same in a profile that was made before. */
  static async openIn(
    context: BrowserContext,
    url: string,
    { hasExamples = false }: { hasExamples?: boolean } = {},
  ): Promise<Device> {
    if (!hasExamples) await context.addInitScript(withoutExamples);
    const page = await context.newPage();
    const device = new Device(context, page, url);
    await page.goto(url);
    await device.untilReadyOffline();
    return device;
  }

  /** Opens another tab on the same device. */
  async openTab(): Promise<Device> {
    const page = await this.context.newPage();
    const tab = new Device(this.context, page, this.#url);
    await page.goto(`${this.#url}/dashboard`);
    await expect(tab.status()).toBeVisible();
    return tab;
  }

  /** The service worker controls the page and every file is kept. */
  async untilReadyOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller !== null) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
    });
  }

  async signUp(who: Person): Promise<void> {
    await this.page.goto(`${this.#url}/login`);
    const name = this.page.getByTestId('login-name-input');
    if (!(await name.isVisible())) await this.page.getByTestId('login-mode-toggle').click();
    await name.fill(who.name);
    await this.#submit(who);
  }

  async signIn(who: Person): Promise<void> {
    await this.page.goto(`${this.#url}/login`);
    const name = this.page.getByTestId('login-name-input');
    await expect(this.page.getByTestId('login-email-input')).toBeVisible();
    if (await name.isVisible()) await this.page.getByTestId('login-mode-toggle').click();
    await this.#submit(who);
  }

  async #submit(who: Person): Promise<void> {
    await this.page.getByTestId('login-email-input').fill(who.email);
    await this.page.getByTestId('login-password-input').fill(who.password);
    await this.page.getByTestId('login-submit-button').click();
    await this.page.waitForURL('**/dashboard');
  }

  async goOffline(): Promise<void> {
    await this.context.setOffline(true);
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  async addTask(title: string): Promise<void> {
    await this.typeTask(title);
    await this.page.getByTestId('create-task-submit').click();
    await expect(this.row(title)).toBeVisible();
  }

  /** The same by Enter: a button moves away under the pointer while rows of other tabs come in above it. */
  async addTaskByKey(title: string): Promise<void> {
    const input = await this.typeTask(title);
    await input.press('Enter');
    await expect(this.row(title)).toBeVisible();
  }

  /** Writes a title into the open line; nothing is added yet. */
  async typeTask(title: string): Promise<Locator> {
    const input = this.page.getByTestId('task-title-input');
    const button = this.page.getByTestId('create-task-button').first();
    // A page that just opened may come up with the line open.
    await expect(input.or(button).first()).toBeVisible();
    if (!(await input.isVisible())) await button.click();
    await input.fill(title);
    return input;
  }

  /** The row of a task by its exact title. */
  row(title: string): Locator {
    const named = this.page.getByTestId('task-title').getByText(title, { exact: true });
    return this.page.getByTestId('task-row').filter({ has: named });
  }

  /** Renames a task in its panel. */
  async rename(from: string, to: string): Promise<void> {
    await this.openPanel(from);
    const title = this.page.getByTestId('task-panel-title');
    await title.fill(to);
    await title.press('Enter');
    await this.closePanel();
    await expect(this.row(to)).toBeVisible();
  }

  async openPanel(title: string): Promise<void> {
    await this.row(title).getByTestId('task-title').click();
    await expect(this.page.getByTestId('task-panel')).toBeVisible();
  }

  async closePanel(): Promise<void> {
    await this.page.getByTestId('task-panel-close').click();
    await expect(this.page.getByTestId('task-panel')).toBeHidden();
  }

  async complete(title: string): Promise<void> {
    await this.row(title).getByRole('checkbox').click();
  }

  status(): Locator {
    return this.page.getByTestId('sync-status').filter({ visible: true }).first();
  }

  /** Waits until the server has settled everything. */
  async untilSynced({ timeoutMs = 15_000 }: { timeoutMs?: number } = {}): Promise<void> {
    await expect(this.status()).toHaveAttribute('data-sync', 'synced', { timeout: timeoutMs });
    await expect(this.status()).toHaveAttribute('data-waiting', '0');
  }

  /** Titles in the order of the list. */
  titles(): Promise<string[]> {
    return this.page.getByTestId('task-title').allTextContents();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Pastes a text into the line for a new task. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId('task-title-input').evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}
