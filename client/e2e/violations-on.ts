import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rule and places of every violation on the page now, by WCAG 2.2 AA and what axe holds to be good practice. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Those that follow a scroll position never end.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .every(({ playState }) => playState !== 'running'),
  );
  const result = await new AxeBuilder({ page }).withTags(tags).analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    // A menu belongs to the button it opens from, not to a landmark.
    nodes
      .filter(({ html }) => id !== 'region' || !html.startsWith('<div data-radix-popper'))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} (${failureSummary ?? ''})`),
  );
}
