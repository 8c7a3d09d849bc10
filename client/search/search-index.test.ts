import { describe, expect, it } from 'vitest';
import { searchTokens } from '#shared/search-tokens';
import { excerptOf } from '#shared/excerpt';
import { createSearchIndex } from './search-index.ts';
import type { SearchDiff, SearchedTask } from './search-messages.ts';

const task = (id: string, fields: Partial<SearchedTask> = {}): SearchedTask => ({
  id,
  title: id,
  notes: '',
  labels: '',
  isOpen: true,
  isTrashed: false,
  at: '2026-11-01T00:00:00.000Z',
  ...fields,
});
const diff = (of: Partial<SearchDiff>): SearchDiff => ({
  tasks: [],
  comments: [],
  gone: [],
  ...of,
});

function indexOf(...tasks: SearchedTask[]) {
  const index = createSearchIndex();
  index.take(diff({ tasks }));
  const find = (query: string, includesTrash = false) =>
    index.search({ query, includesTrash, limit: 50 }).hits.map(({ taskId }) => taskId);
  return { index, find };
}

describe('what a search finds', () => {
  it('every word must be there, the last may be unfinished, accents make no difference', () => {
    const { find } = indexOf(task('Pay the rent'), task('Rent a car'), task('Café'));
    expect(find('pay re')).toEqual(['Pay the rent']);
    expect(find('cafe')).toEqual(['Café']);
    expect(find('rent zebra')).toEqual([]);
  });

  it('title before label before notes before comments', () => {
    const { index, find } = indexOf(
      task('in comments'),
      task('in notes', { notes: 'about paint' }),
      task('in label', { labels: 'paint' }),
      task('Buy paint'),
    );
    index.take(diff({ comments: [{ id: 'c', taskId: 'in comments', text: 'which paint' }] }));
    expect(find('paint')).toEqual(['Buy paint', 'in label', 'in notes', 'in comments']);
  });

  it('open tasks before closed ones, and those in the trash only when asked for', () => {
    const { find } = indexOf(
      task('a', { title: 'Call Ada', isTrashed: true }),
      task('b', { title: 'Call Ada', isOpen: false }),
      task('c', { title: 'Call Ada' }),
    );
    expect(find('ada')).toEqual(['c', 'b']);
    expect(find('ada', true)).toHaveLength(3);
  });

  it('a slip of the finger is forgiven in longer words, behind what fits exactly', () => {
    const { find } = indexOf(task('Water the garden'), task('Gardn gnome'));
    expect(find('gardn')).toEqual(['Gardn gnome', 'Water the garden']);
    expect(find('cta')).toEqual([]);
    expect(find('waetr')).toEqual(['Water the garden']);
  });

  it('it follows changes, comments that move, and what is gone', () => {
    const { index, find } = indexOf(task('x', { title: 'Old words' }));
    index.take(diff({ tasks: [task('x', { title: 'New words' })] }));
    index.take(diff({ comments: [{ id: 'c', taskId: 'x', text: 'zebra' }] }));
    expect([find('old'), find('new'), find('zebra')]).toEqual([[], ['x'], ['x']]);
    index.take(diff({ gone: ['c'] }));
    expect(find('zebra')).toEqual([]);
    index.take(diff({ gone: ['x'] }));
    expect(find('words')).toEqual([]);
  });

  it('Chinese and Japanese are found by their words', () => {
    const { find } = indexOf(task('去超市买牛奶'), task('東京へ行く'));
    expect(find('牛奶')).toEqual(['去超市买牛奶']);
    expect(find('東京')).toEqual(['東京へ行く']);
    expect(searchTokens('Überzug, naïve-test 2x')).toEqual(['uberzug', 'naive', 'test', '2x']);
  });
});

describe('the excerpt of a hit', () => {
  it('stands around the first match, begins at a word, and marks what matches', () => {
    const text = `${'lorem ipsum '.repeat(30)}the Façade\nneeds paint`;
    const { text: piece, ranges } = excerptOf(text, ['facad']);
    expect(piece.startsWith('…')).toBe(true);
    expect(ranges.map(([start, end]) => piece.slice(start, end))).toEqual(['Façad']);
    expect(piece).toContain('Façade needs paint');
  });

  it('of a text without a match is its beginning', () => {
    expect(excerptOf('short', ['zebra'])).toEqual({ text: 'short', ranges: [] });
  });
});
