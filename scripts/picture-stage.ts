import type { Page } from '@playwright/test';
import type { DemoIds } from '#scripts/demo-workspace';

/** Where a picture is taken: a page of the app, and what the demo made. */
export interface Stage {
  page: Page;
  url: string;
  ids: DemoIds;
  isPhone: boolean;
}

/** A screen of the app that pictures are taken of: its name, and how it comes up. */
export interface PictureView {
  name: string;
  show: (stage: Stage) => Promise<void>;
}

/** Opens a path of the app and waits for its heading. */
export async function open({ page, url }: Stage, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.locator('h1').first().waitFor();
}

const raisedBed = 'Build the raised bed';

/** Opens the task of the demo that has everything in its panel. */
export async function openTask(stage: Stage): Promise<void> {
  await open(stage, `/project/${stage.ids.projectId}`);
  await stage.page.getByTestId('task-title').getByText(raisedBed).click();
  await stage.page.getByTestId('task-panel').waitFor();
  await stage.page.getByTestId('comment').first().waitFor();
}

/** Presses a key on a task and waits for what it opens. */
export async function pressOn(stage: Stage, key: string, testId: string): Promise<void> {
  await open(stage, '/today');
  await rowOf(stage, 'Buy stamps').focus();
  await stage.page.keyboard.press(key);
  await stage.page.getByTestId(testId).first().waitFor();
}

/** Presses a button of the sidebar that makes something new. */
export async function create(stage: Stage, testId: string): Promise<void> {
  await open(stage, '/dashboard');
  if (stage.isPhone) await stage.page.getByTestId('open-menu').click();
  await stage.page.getByTestId(testId).last().click();
  await stage.page.getByRole('dialog').last().waitFor();
}

/** Writes into the line for a new task. */
export async function write({ page }: Stage, text: string): Promise<void> {
  await page.getByTestId('task-title-input').fill(text);
}

/** The first row whose title holds a text. */
export function rowOf({ page }: Stage, title: string) {
  return page.getByTestId('task-row').filter({ hasText: title }).first();
}

/** Keeps how views look on this device; the next page that opens reads it. */
export async function setLooks({ page }: Stage, looks: Record<string, string>): Promise<void> {
  await page.evaluate((wanted) => {
    const key = 'taskflow.preferences';
    const held = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...held, looks: wanted }));
  }, looks);
}
