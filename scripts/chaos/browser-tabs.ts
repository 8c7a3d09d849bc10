import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { databaseName } from '#client/store/database-names.ts';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { createSeededRandom } from '#scripts/seeded-random';
import { batchesOf, finalOf, readBrowserDisk, readDatabases } from './browser-disk.ts';
import { BrowserTab } from './browser-tab.ts';
import type { ChaosRecord } from './chaos-record.ts';
import type { CleanUps } from './clean-ups.ts';
import type { Person } from './headless-session.ts';

/** What the browsers of a run are made from. All of them belong to one person, whose personal workspace it is. */
interface BrowserTabsParts {
  tabs: number;
  person: Person;
  url: string;
  workspaceId: string;
  seed: number;
  record: ChaosRecord;
  cleanUps: CleanUps;
}

/** The real browsers of a run, each a profile of its own. With none asked for, everything here does nothing. */
export interface BrowserTabs {
  /** Everybody adds, renames and completes tasks through the screen until `stopWork`. */
  startWork(): void;
  stopWork(): Promise<void>;
  killRenderer(index: number): Promise<void>;
  goOffline(index: number, forMs: number): Promise<void>;
  exceedQuota(index: number, forMs: number): Promise<void>;
  /** Opens every page anew with everything it needs. */
  heal(): Promise<void>;
  /** Waits until every pill says so and every disk stands at the head; what still waits, and where, otherwise. */
  untilQuiet(of: {
    readHead: () => Promise<number | undefined>;
    withinMs: number;
  }): Promise<string[]>;
  /** Adds what every browser holds, and all it has made, to the history. */
  readEnd(): Promise<void>;
  close(): Promise<void>;
}

const actEveryMs = 1_500;
const lookAgainMs = 300;

/** Starts Chromium and signs in; a machine without one has no tabs, and the record says so. */
export async function openBrowserTabs(parts: BrowserTabsParts): Promise<BrowserTabs> {
  const executablePath = chromiumPath();
  if (parts.tabs === 0) return new OpenTabs(parts, [], async () => undefined);
  const browser = await chromium.launch({
    args: [...chromiumFlags],
    // Else it ends this whole process at a signal, and nothing else is taken down.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  parts.cleanUps.add(() => browser.close());
  const tabs: BrowserTab[] = [];
  try {
    for (let index = 1; index <= parts.tabs; index += 1) {
      tabs.push(await BrowserTab.open({ ...parts, browser, name: `browser${index}` }));
    }
  } catch (error) {
    await browser.close();
    throw error;
  }
  return new OpenTabs(parts, tabs, () => browser.close());
}

class OpenTabs implements BrowserTabs {
  readonly #parts: BrowserTabsParts;
  readonly #tabs: readonly BrowserTab[];
  readonly #end: () => Promise<void>;
  #isWorking = false;
  #work: Promise<void>[] = [];

  constructor(parts: BrowserTabsParts, tabs: readonly BrowserTab[], end: () => Promise<void>) {
    this.#parts = parts;
    this.#tabs = tabs;
    this.#end = end;
  }

  startWork(): void {
    this.#isWorking = true;
    this.#work = this.#tabs.map((tab, index) => this.#workOn(tab, index));
  }

  async stopWork(): Promise<void> {
    this.#isWorking = false;
    await Promise.all(this.#work);
  }

  async killRenderer(index: number): Promise<void> {
    const tab = this.#pick(index);
    if (tab === undefined) return;
    this.#parts.record.fault('renderer killed', tab.name);
    await tab.killRenderer();
  }

  async goOffline(index: number, forMs: number): Promise<void> {
    const tab = this.#pick(index);
    if (tab === undefined) return;
    this.#parts.record.fault('browser offline', `${tab.name} for ${Math.round(forMs)} ms`);
    await tab.context.setOffline(true);
    await pause(forMs);
    await tab.context.setOffline(false);
  }

  async exceedQuota(index: number, forMs: number): Promise<void> {
    const tab = this.#pick(index);
    if (tab === undefined) return;
    this.#parts.record.fault('quota exceeded', `${tab.name} for ${Math.round(forMs)} ms`);
    await tab.writeOnFullDisk(forMs);
  }

  async heal(): Promise<void> {
    for (const tab of this.#tabs) {
      await tab.context.setOffline(false);
    }
  }

  async untilQuiet(of: Parameters<BrowserTabs['untilQuiet']>[0]): Promise<string[]> {
    const deadlineMs = Date.now() + of.withinMs;
    for (;;) {
      const head = await of.readHead();
      const found = await Promise.all(this.#tabs.map((tab) => this.#waiting(tab, head)));
      const waiting = found.flat();
      if (waiting.length === 0 || Date.now() > deadlineMs) return waiting;
      await pause(lookAgainMs);
    }
  }

  async readEnd(): Promise<void> {
    const { record, person, workspaceId } = this.#parts;
    const { userId } = person;
    for (const { name: device, page } of this.#tabs) {
      const disk = await readBrowserDisk(page, databaseName({ userId, workspaceId }));
      const { history } = record.recorder;
      history.devices.push(finalOf(disk, { device, userId }));
      history.made.push(...batchesOf(disk).map((batch) => ({ device, userId, batch })));
      record.facts.databases.push(...(await readDatabases(page, device)));
    }
  }

  close(): Promise<void> {
    return this.#end();
  }

  /** A pill may say that all is synced before the socket is back: only the disk says what others did meanwhile. */
  async #waiting(tab: BrowserTab, head: number | undefined): Promise<string[]> {
    const { state, waiting } = await tab.pill();
    const name = databaseName({ ...this.#parts.person, workspaceId: this.#parts.workspaceId });
    const { meta } = await readBrowserDisk(tab.page, name);
    const isQuiet = state === 'synced' && waiting === '0' && meta?.wholeSeq === head;
    if (isQuiet) return [];
    return [`${tab.name} says ${state}, waits with ${waiting} at ${meta?.wholeSeq} of ${head}`];
  }

  async #workOn(tab: BrowserTab, index: number): Promise<void> {
    const random = createSeededRandom(this.#parts.seed * 104_729 + index);
    while (this.#isWorking) {
      await pause(random() * 2 * actEveryMs);
      await tab.act(random());
    }
  }

  #pick(index: number): BrowserTab | undefined {
    return this.#tabs[index % Math.max(1, this.#tabs.length)];
  }
}
