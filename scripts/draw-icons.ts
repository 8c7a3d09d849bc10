import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';

const pictures = [
  { source: 'icon.svg', target: 'icon-192.png', size: 192 },
  { source: 'icon.svg', target: 'icon-512.png', size: 512 },
  { source: 'maskable.svg', target: 'maskable-512.png', size: 512 },
  { source: 'maskable.svg', target: 'apple-touch-180.png', size: 180 },
  // Android draws it in one colour, in the line of the clock.
  { source: 'badge.svg', target: 'badge-96.png', size: 96 },
];

/** Draws the icons of pwa/icons as the PNG files that installers ask for; run by hand when a drawing changes. */
const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const { source, target, size } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = (await readFile(at(`../pwa/icons/${source}`))).toString('base64');
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await writeFile(
    at(`../pwa/public/icons/${target}`),
    await page.screenshot({ omitBackground: true }),
  );
  await page.close();
}
await copyFile(at('../pwa/icons/icon.svg'), at('../pwa/public/icons/icon.svg'));
await browser.close();

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
