import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Rule and places of every violation on the page now, by WCAG 2.2 AA and what axe holds to be good practice. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Those that follow a scroll position never end.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await judge(page);
  return violations.flatMap(({ id, nodes }) =>
    // A menu belongs to the button it opens from, not to a landmark.
    nodes
      .filter(({ html }) => id !== 'region' || !html.startsWith('<div data-radix-popper'))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} (${failureSummary ?? ''})`),
  );
}

/**
 * Axe in the page itself. Its package for Playwright collects what frames say in a second page, which takes a second per
 * judgement; the app has no frames, and whoever adds one hears of it here.
 */
async function judge(page: Page): Promise<AxeResults> {
  expect(page.frames(), 'frames are not looked into').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate((given) => Object(globalThis).axe.run(given), options);
}
