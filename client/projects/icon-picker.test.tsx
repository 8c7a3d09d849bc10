import { expect, it } from 'vitest';
import { iconsWords as arabic } from '#client/i18n/compiled/ar/icons-words.ts';
import { iconsWords } from '#client/i18n/compiled/en/icons-words.ts';
import { iconNames } from '#client/ui/named-icon.tsx';

it('every icon has a name in every language, and no name is without its icon', () => {
  for (const { names } of [iconsWords, arabic]) {
    expect(Object.keys(names).sort()).toEqual([...iconNames].sort());
    expect(new Set(Object.values(names)).size).toBe(iconNames.length);
  }
});
