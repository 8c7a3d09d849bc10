import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { makeOriginSmall, type SmallOrigin } from '#scripts/small-origin';
import type { ChaosRecord } from './chaos-record.ts';
import type { Person } from './headless-session.ts';

const openTimeoutMs = 30_000;
const actionTimeoutMs = 5_000;
const aWhileMs = 5_000;
const aMomentMs = 1_000;

/** What a browser device is made from. */
export interface BrowserTabParts {
  browser: Browser;
  name: string;
  url: string;
  person: Person;
  record: ChaosRecord;
}

/** One browser profile with one open page of the built app, used as a person uses it. */
export class BrowserTab {
  readonly name: string;
  readonly #parts: BrowserTabParts;
  readonly #context: BrowserContext;
  readonly #disk: SmallOrigin;
  #page: Page;
  /** While it is being killed and opened again nobody can use it. */
  #isDown = false;
  #titles: string[] = [];
  /** Until then a transaction may have been aborted for want of room. */
  #fullUntilMs = 0;

  private constructor(
    parts: BrowserTabParts,
    of: { context: BrowserContext; disk: SmallOrigin; page: Page },
  ) {
    this.name = parts.name;
    this.#parts = parts;
    this.#context = of.context;
    this.#disk = of.disk;
    this.#page = of.page;
    this.#watch(of.page);
  }

  /** Opens the app, waits until it works without a network, and signs in. */
  static async open(parts: BrowserTabParts): Promise<BrowserTab> {
    const context = await parts.browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(actionTimeoutMs);
    context.setDefaultNavigationTimeout(openTimeoutMs);
    const disk = await makeOriginSmall(context, parts.url);
    const page = await context.newPage();
    const tab = new BrowserTab(parts, { context, disk, page });
    await page.goto(`${parts.url}/login`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await tab.#signIn();
    return tab;
  }

  get page(): Page {
    return this.#page;
  }

  get context(): BrowserContext {
    return this.#context;
  }

  /** One thing a person does: adds, renames or completes a task; `dice` in [0, 1) says which. */
  async act(dice: number): Promise<void> {
    if (this.#isDown) return;
    const mark = this.#parts.record.nextMark();
    const title = this.#titles.at(-1);
    try {
      if (dice < 0.6 || title === undefined) await this.#add(`${this.name} wrote ${mark}`);
      else if (dice < 0.8) await this.#rename(title, `${this.name} renamed ${mark}`);
      else await this.#complete(title);
    } catch (error) {
      // The page was killed under the hands, or somebody else changed what it was about.
      const why = String(error).split('\n').slice(0, 6).join(' | ');
      this.#parts.record.op('info', 'page action', { device: this.name, title, why });
      this.#parts.record.recorder.note('a page action came to nothing');
      this.#titles = [];
    }
  }

  /** The renderer is killed at this instant; another page is opened over the same profile. */
  async killRenderer(): Promise<void> {
    this.#isDown = true;
    const dying = this.#page;
    const session = await this.#context.newCDPSession(dying);
    const crashed = dying.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await dying.close();
    await this.#reopen();
  }

  /**
   * Fills the disk and writes a task for `forMs`: the page must say that it is not saved. Then there is room, and trying
   * again, by a click or by itself, must be all it takes.
   */
  async writeOnFullDisk(forMs: number): Promise<void> {
    const { record } = this.#parts;
    const title = `${this.name} wrote ${record.nextMark()} on a full disk`;
    this.#isDown = true;
    this.#fullUntilMs = Number.POSITIVE_INFINITY;
    await this.#disk.fill(this.#page);
    const isTold = await this.#try(async () => {
      await this.#type(title);
      await this.#page.getByTestId('not-saved').waitFor({ state: 'visible' });
    });
    await pause(forMs);
    await this.#disk.free(this.#page);
    this.#fullUntilMs = Date.now() + aWhileMs;
    const isSavedLater = await this.#try(async () => {
      const retry = this.#page.getByTestId('not-saved-retry');
      await retry.dispatchEvent('click', {}, { timeout: aMomentMs }).catch(() => undefined);
      // It goes when it is clicked, and comes again if that failed.
      await pause(aMomentMs);
      await this.#page.getByTestId('not-saved').waitFor({ state: 'hidden' });
    });
    // Its row may be anywhere in a long list: that it was saved is judged at the end, as of every title that was shown.
    if (isSavedLater) record.facts.painted.push({ device: this.name, title });
    record.facts.fullDevices.push({ device: this.name, isTold, isSavedLater });
    this.#isDown = false;
  }

  /** What the pill says: its state, and how much waits. */
  async pill(): Promise<{ state: string; waiting: string }> {
    const pill = this.#page.getByTestId('sync-status').filter({ visible: true }).first();
    return {
      state: (await pill.getAttribute('data-sync')) ?? '',
      waiting: (await pill.getAttribute('data-waiting')) ?? '',
    };
  }

  async #reopen(): Promise<void> {
    this.#page = await this.#context.newPage();
    this.#watch(this.#page);
    this.#titles = [];
    await this.#page.goto(`${this.#parts.url}/dashboard`);
    this.#isDown = false;
  }

  async #signIn(): Promise<void> {
    const { email, password } = this.#parts.person;
    const page = this.#page;
    await page.getByTestId('login-email-input').waitFor({ timeout: openTimeoutMs });
    if (await page.getByTestId('login-name-input').isVisible()) {
      await page.getByTestId('login-mode-toggle').click();
    }
    await page.getByTestId('login-email-input').fill(email);
    await page.getByTestId('login-password-input').fill(password);
    await page.getByTestId('login-submit-button').click();
    await page.waitForURL('**/dashboard');
  }

  /** Others move the list all the time: an event is sent to where it belongs without waiting for it to stand still. */
  async #add(title: string): Promise<void> {
    await this.#type(title);
    await this.#untilPainted(title);
  }

  async #type(title: string): Promise<void> {
    const input = this.#page.getByTestId('task-title-input');
    if (!(await input.isVisible())) {
      await this.#page.getByTestId('create-task-button').first().dispatchEvent('click');
    }
    await input.fill(title);
    await input.press('Enter');
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#parts.record.op('info', 'full disk', { device: this.name, why: String(error) });
      return false;
    }
  }

  async #rename(from: string, to: string): Promise<void> {
    await this.#row(from).getByTestId('task-title').dispatchEvent('dblclick');
    const input = this.#page.getByTestId('task-rename-input');
    await input.fill(to);
    await input.press('Enter');
    await this.#untilPainted(to);
  }

  async #complete(title: string): Promise<void> {
    await this.#row(title).getByRole('checkbox').dispatchEvent('click');
    this.#titles = this.#titles.filter((other) => other !== title);
    this.#parts.record.recorder.note('page completed a task');
  }

  /** A title in its row is the promise that it is safe. */
  async #untilPainted(title: string): Promise<void> {
    await this.#row(title).waitFor({ state: 'visible' });
    this.#parts.record.facts.painted.push({ device: this.name, title });
    this.#titles.push(title);
  }

  #row(title: string): Locator {
    const named = this.#page.getByTestId('task-title').getByText(title, { exact: true });
    return this.#page.getByTestId('task-row').filter({ has: named });
  }

  /** An error that nobody caught is a surprise, but for the one that says that the disk is full. */
  #watch(page: Page): void {
    const { recorder } = this.#parts.record;
    // What was never saved is asked about; this person lets it go.
    page.on('dialog', (dialog) => void dialog.accept());
    page.on('pageerror', ({ name, message }) => {
      const isFull = Date.now() < this.#fullUntilMs && name === 'AbortError';
      if (isFull || /quota|NotSaved|could not be saved/i.test(`${name} ${message}`)) {
        return recorder.note('page not saved');
      }
      return recorder.surprise(`${this.name}: ${name} ${message}`);
    });
  }
}
