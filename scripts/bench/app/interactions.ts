import type { Page } from '@playwright/test';

/** What the page has to show for an input to count as answered. */
export interface Condition {
  selector: string;
  text?: string;
  is: 'there' | 'gone';
}

/** Presses a key once the page listens; ms from the input to the paint that meets the condition. */
export async function pressAndPaint(
  page: Page,
  of: { key: string; until: Condition },
): Promise<number> {
  await page.evaluate(({ until }) => {
    Reflect.get(globalThis, 'benchProbe').arm('keydown', until);
  }, of);
  await page.keyboard.press(of.key);
  return page.evaluate(() => Reflect.get(globalThis, 'benchProbe').result());
}

/** Ticks the task in focus; its row leaves, and the next one gets the focus. */
export async function measureDone(page: Page): Promise<number> {
  return complete(page, (row) => ({ selector: `${row}:not([data-status=done])`, is: 'gone' }));
}

/** The same, until the circle answers the press: it is tinted before the tick is on disk. */
export async function measureAnswer(page: Page): Promise<number> {
  return complete(page, (row) => ({ selector: `${row} [data-pressed]`, is: 'there' }));
}

async function complete(page: Page, until: (row: string) => Condition): Promise<number> {
  const id = await focusedTaskId(page);
  const row = `[data-task-id="${id}"]`;
  const ms = await pressAndPaint(page, { key: 'e', until: until(row) });
  await page.locator(row).waitFor({ state: 'detached' });
  await page.locator('[data-testid=task-row]:focus').waitFor();
  return ms;
}

/** Moves the task in focus one row down. */
export async function measureMove(page: Page): Promise<number> {
  const id = await focusedTaskId(page);
  const before = await page.locator(`[data-task-id="${id}"]`).getAttribute('aria-rowindex');
  const still = `[data-task-id="${id}"][aria-rowindex="${before}"]`;
  return pressAndPaint(page, { key: 'Alt+ArrowDown', until: { selector: still, is: 'gone' } });
}

/** Opens the task in focus in its panel, and closes it again. */
export async function measureOpen(page: Page): Promise<number> {
  const panel = '[data-testid=task-panel]';
  const ms = await pressAndPaint(page, { key: 'Enter', until: { selector: panel, is: 'there' } });
  await page.keyboard.press('Escape');
  await page.locator(panel).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  return ms;
}

/** Adds a task by the line that is open. */
export async function measureAdd(page: Page, title: string): Promise<number> {
  const input = page.getByTestId('task-title-input');
  await input.fill(title);
  return pressAndPaint(page, {
    key: 'Enter',
    until: { selector: '[data-testid=task-title]', text: title, is: 'there' },
  });
}

/** Types the next letter of a search that is open; ms until its results are painted. */
export async function measureSearchKey(page: Page, typed: string, key: string): Promise<number> {
  const results = `[data-testid=palette-results][data-query="${typed}${key}"]`;
  return pressAndPaint(page, { key, until: { selector: results, is: 'there' } });
}

async function focusedTaskId(page: Page): Promise<string> {
  const id = await page.locator('[data-testid=task-row]:focus').getAttribute('data-task-id');
  if (id === null) throw new Error('no task has the focus');
  return id;
}
