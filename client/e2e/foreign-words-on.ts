import type { Page } from '@playwright/test';

/** Names, what these tests have typed, and words that Arabic takes over as they are. */
const known =
  /Pay rent every month 9am #home !1|Pay rent|Water the plants|Feed the cat|no such task|Alice|alice(?:-[\da-f-]+)?@example\.com|Call Ana|tomorrow 9am|\b(?:Trip|Pack|Book|bag|Pay|rent)\b|today & (?:!1 & )?#(?:wrok|work)?|\bwrok\b|TaskFlow|Todoist|English|iPhone|JSON|CSV|ICS|UTF-8|\b(?:Apple|Google|Outlook|Thunderbird|Nextcloud)\b|[\w-]+\.(?:csv|ics)|\b(?:Esc|Tab|Shift)\b|every 2 fridays/g;

/** Words in Latin letters that the page shows or reads out, apart from those that are meant to be there. */
export async function foreignWordsOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'data-tooltip'];
    const elements = [...document.body.querySelectorAll('*')].filter(
      // Keys are what stands on the keyboard; rows of an import, notes and previews are what others wrote.
      (element) =>
        element.closest('kbd, bdi, .markdown, [data-testid="import-row"], noscript') === null,
    );
    return elements.flatMap((element) => [
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ''),
    ]);
  });
  const foreign = texts.filter((text) => /[A-Za-z]{2}/.test(text.replace(known, '')));
  return [...new Set(foreign)].map((text) => `'${text.trim()}' is not Arabic`);
}
