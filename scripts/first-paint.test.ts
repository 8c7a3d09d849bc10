import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { findLanguage, type LanguageChoice, languages } from '#client/i18n/languages.ts';

/** What `theme.js` puts on the root element. */
function paint(stored: string, ofDevice: string[]) {
  const root = { dataset: {}, lang: '', dir: '' };
  runInNewContext(readFileSync('pwa/public/theme.js', 'utf8'), {
    document: { documentElement: root },
    localStorage: { getItem: () => stored },
    navigator: { languages: ofDevice },
  });
  return root;
}

it.each<[LanguageChoice, string[]]>([
  ['system', ['ar-EG', 'en']],
  ['system', ['AR', 'en']],
  ['system', ['fr', 'ar']],
  ['system', ['fr', 'de']],
  ['system', []],
  ['en', ['ar']],
  ['ar', ['en']],
])('before the first paint the language is that of the app: %s, %j', (language, ofDevice) => {
  const code = findLanguage(language, ofDevice);
  const root = paint(JSON.stringify({ language }), ofDevice);
  expect(root).toMatchObject({ lang: code, dir: languages[code].direction });
});

it('the theme is there before the first paint, and a broken storage harms nothing', () => {
  expect(paint('{"theme":"dark","density":"compact"}', [])).toMatchObject({
    dataset: { theme: 'dark', density: 'compact' },
  });
  expect(paint('{', ['ar'])).toMatchObject({ dataset: {}, lang: 'ar', dir: 'rtl' });
});
