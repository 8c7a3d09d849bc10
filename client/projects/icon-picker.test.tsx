import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { iconsWords as arabic } from '#client/i18n/compiled/ar/icons-words.ts';
import { iconsWords as english } from '#client/i18n/compiled/en/icons-words.ts';
import { LanguageContext } from '#client/i18n/language.ts';
import { loadWholeLanguage } from '#client/i18n/load-language.ts';
import { iconNames } from '#client/ui/named-icon.tsx';
import { IconPicker } from './icon-picker.tsx';

afterEach(cleanup);

const labels = () =>
  screen.queryAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));
const find = (query: string) =>
  fireEvent.change(screen.getByTestId('icon-search'), { target: { value: query } });

it('every icon has a name of its own in every language, and no name is without its icon', () => {
  for (const { names } of [english, arabic]) {
    expect(Object.keys(names).sort()).toEqual([...iconNames].sort());
    expect(new Set(Object.values(names)).size).toBe(iconNames.length);
  }
});

it('an icon is found and picked by its name in the language of the person', async () => {
  const picked: (string | null)[] = [];
  const language = await loadWholeLanguage('ar');
  render(
    <LanguageContext value={language}>
      <IconPicker icon={null} color="blue" onPick={(icon) => picked.push(icon)} />
    </LanguageContext>,
  );
  expect(labels()).toHaveLength(45);
  find('الة تص');
  expect(labels()).toEqual(['آلة تصوير']);
  fireEvent.click(screen.getByRole('radio'));
  expect(picked).toEqual(['camera']);
});

it('a name that no icon has is said to be none', () => {
  render(<IconPicker icon={null} color="blue" onPick={() => undefined} />);
  find('zebra');
  expect(labels()).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('No icon of that name');
});
