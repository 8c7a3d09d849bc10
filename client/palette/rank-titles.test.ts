import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/fold-text';
import { rankTitles } from './rank-titles.ts';

function find(query: string, titles: readonly string[], limit = 50): string[] {
  const entries = titles.map((title) => ({ title, folded: foldText(title) }));
  return rankTitles({ entries, query, limit }).map(({ title }) => title);
}

describe('finding by title', () => {
  it('accents and capitals make no difference', () => {
    expect(find('cafe', ['Café am Markt', 'Tea'])).toEqual(['Café am Markt']);
    expect(find('CAFÉ', ['cafe'])).toEqual(['cafe']);
  });

  it('every word must be there, in whatever order', () => {
    const titles = ['Pay the rent', 'Pay the phone', 'Rent a car'];
    expect(find('rent pay', titles)).toEqual(['Pay the rent']);
  });

  it('the whole query first, then its beginning, then starts of words, then insides', () => {
    const titles = ['Car parent', 'Call about rent', 'Rent a car', 'Rent'];
    expect(find('rent', titles)).toEqual(['Rent', 'Rent a car', 'Call about rent', 'Car parent']);
  });

  it('a word inside one word and at the start of another counts as a start', () => {
    expect(find('rent', ['Parent talk', 'Parent rent'])).toEqual(['Parent rent', 'Parent talk']);
  });

  it('equals keep their order, and no more than asked for come', () => {
    expect(find('task', ['task 3', 'task 1', 'task 2'], 2)).toEqual(['task 3', 'task 1']);
    expect(find('', ['b', 'a', 'c'], 2)).toEqual(['b', 'a']);
  });

  it('a query is text and never a pattern', () => {
    expect(find('.*', ['anything', 'use .* here'])).toEqual(['use .* here']);
  });

  it('typed letter by letter, and taken back, finds what a question asked at once finds', () => {
    const letter = fc.constantFrom('a', 'b', ' ');
    const title = fc.string({ unit: letter, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), fc.array(title), (titles, questions) => {
        const entries = titles.map((text) => ({ title: text, folded: foldText(text) }));
        for (const question of questions) {
          for (let end = 1; end <= question.length; end += 1) {
            const query = question.slice(0, end);
            const found = rankTitles({ entries, query, limit: 5 });
            expect(found.map((entry) => entry.title)).toEqual(find(query, titles, 5));
          }
        }
      }),
    );
  });
});
