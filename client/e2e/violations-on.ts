import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer colours can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * Rule and places of every violation on the page now, by WCAG 2.2 AA and what axe holds to be good practice. `isSecondLook`:
 * the same page in other colours, of which only what colours can change is asked.
 */
export async function violationsOn(
  page: Page,
  { isSecondLook = false }: { isSecondLook?: boolean } = {},
): Promise<string[]> {
  // Those that follow a scroll position never end.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .every(({ playState }) => playState !== 'running'),
  );
  const axe = new AxeBuilder({ page });
  const asked = isSecondLook ? axe.withRules(colourRules) : axe.withTags(tags);
  const result = await asked.analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    // A menu belongs to the button it opens from, not to a landmark.
    nodes
      .filter(({ html }) => id !== 'region' || !html.startsWith('<div data-radix-popper'))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} (${failureSummary ?? ''})`),
  );
}
