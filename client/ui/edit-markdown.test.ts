import { describe, expect, it } from 'vitest';
import { editMarkdown, type MarkdownKey } from './edit-markdown.ts';

/** Applies a key to a text whose selection is marked by `‹` and `›` (or `|` for a cursor). */
function press(key: MarkdownKey, marked: string): string | undefined {
  const isCursor = marked.includes('|');
  const start = marked.indexOf(isCursor ? '|' : '‹');
  const text = marked.replaceAll(/[|‹›]/g, '');
  const end = isCursor ? start : marked.indexOf('›') - 1;
  const edit = editMarkdown({ text, start, end }, key);
  if (edit === undefined) return undefined;
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { selectStart, selectEnd } = edit;
  if (selectStart === selectEnd)
    return `${after.slice(0, selectStart)}|${after.slice(selectStart)}`;
  return `${after.slice(0, selectStart)}‹${after.slice(selectStart, selectEnd)}›${after.slice(selectEnd)}`;
}

describe('marks', () => {
  it.each([
    ['bold', 'pay ‹rent› now', 'pay **‹rent›** now'],
    ['bold', 'pay **‹rent›** now', 'pay ‹rent› now'],
    ['bold', 'pay ‹**rent**› now', 'pay ‹rent› now'],
    ['italic', '|', '_|_'],
    ['link', 'see ‹the bill›', 'see [the bill](|)'],
    ['link', '‹https://a.example›', '[|](https://a.example)'],
  ] as const)('%s: %s → %s', (key, before, after) => {
    expect(press(key, before)).toBe(after);
  });

  it('a link needs words, so ⌘K without any stays free', () => {
    expect(press('link', 'pay|')).toBeUndefined();
  });
});

describe('lists', () => {
  it.each([
    ['- milk|', '- milk\n- |'],
    ['- [x] milk|', '- [x] milk\n- [ ] |'],
    ['9. milk|', '9. milk\n10. |'],
    ['  * milk|', '  * milk\n  * |'],
    ['- a\n- |', '- a\n|'],
    ['- mi|lk', '- mi\n- |lk'],
  ])('Enter goes on, or ends an empty item: %j → %j', (before, after) => {
    expect(press('enter', before)).toBe(after);
  });

  it('Tab moves items and nothing else, so that it is no trap outside a list', () => {
    expect(press('item-in', '- a\n- b|')).toBe('- a\n  - b|');
    expect(press('item-out', '  - b|')).toBe('- b|');
    expect(press('item-out', '- b|')).toBeUndefined();
    expect(press('item-in', 'text|')).toBeUndefined();
    expect(press('enter', 'text|')).toBeUndefined();
  });
});
