import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchIndex, SearchRow, SearchSpace, SearchTerm } from './search-index-port.ts';

/** What every search index does; part of `storageContract`. */
export function searchIndexContract(searchIndex: () => SearchIndex): void {
  const newSpace = (): SearchSpace => ({ workspaceId: randomUUID(), epoch: 'epoch-1' });
  const find = (space: SearchSpace, of: Partial<SearchTerm>, page: Partial<Page> = {}) =>
    searchIndex().find({ ...space, term: term(of), before: undefined, limit: 100, ...page });

  describe('search index', () => {
    test('a term finds tasks by whole words, by beginnings, and by the words beside it', async () => {
      const space = newSpace();
      const rows = [row('a', ['rent', 'pay']), row('b', ['rental']), row('c', ['#label', 'x'])];
      await searchIndex().put({ ...space, rows });
      expect(await find(space, { word: 'rent' })).toEqual(['b', 'a']);
      expect(await find(space, { word: 'rent', isBeginning: false })).toEqual(['a']);
      expect(await find(space, { word: 'pay', others: ['#label', '#none'] })).toEqual(['c', 'a']);
      expect(await find(space, { word: 'ent' })).toEqual([]);
      expect(await find({ ...space, epoch: 'epoch-2' }, { word: 'rent' })).toEqual([]);
      expect(await find(newSpace(), { word: 'rent' })).toEqual([]);
    });

    test('no word is a pattern or an operator, and every script has beginnings', async () => {
      const space = newSpace();
      const texts = [
        ['straße', 'stra'],
        ['مهمة', 'مه'],
        ['任务', '任'],
        ['𝒳𝒴', '𝒳'],
        ['e\u0301', 'e'],
        ['10', '1'],
        ['z\u{10FFFF}', 'z'],
      ] as const;
      const rows = texts.map(([text], at) => row(`t${at}`, [text]));
      await searchIndex().put({ ...space, rows });
      for (const word of ['.*', '^', '%', '_', '$where', '*', "'", '"', '', '[', '\\']) {
        const found = await find(space, { word, isBeginning: false });
        expect([word, found]).toEqual([word, []]);
      }
      for (const [at, [, word]] of texts.entries()) {
        expect([word, await find(space, { word })]).toEqual([word, [`t${at}`]]);
      }
    });

    test('a task of several documents comes once, and pages go down its ids', async () => {
      const space = newSpace();
      const rows = ['a', 'b', 'c', 'd'].flatMap((taskId) => [
        row(taskId, ['milk']),
        row(`${taskId}-comment`, ['milk', 'milky'], { taskId }),
      ]);
      await searchIndex().put({ ...space, rows });
      expect(await find(space, { word: 'milk' }, { limit: 3 })).toEqual(['d', 'c', 'b']);
      expect(await find(space, { word: 'milk' }, { limit: 3, before: 'b' })).toEqual(['a']);
      const read = await searchIndex().readRows({ ...space, taskIds: ['b', 'unknown'] });
      expect(read.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows.slice(2, 4));
      const count = (upTo: number) =>
        searchIndex().count({ ...space, term: term({ word: 'milk' }), upTo });
      expect(await count(5)).toBe(5);
      expect(await count(1_000)).toBeGreaterThanOrEqual(8);
    });

    test('a row replaces an older one only, and its words with it', async () => {
      const space = newSpace();
      const put = (words: readonly string[], seq: number) =>
        searchIndex().put({ ...space, rows: [row('a', words, { seq })] });
      await put(['old', 'same'], 1);
      await put(['new', 'same'], 3);
      await put(['late'], 2);
      await put(['again'], 3);
      expect(await find(space, { word: 'new' })).toEqual(['a']);
      expect(await find(space, { word: 'same' })).toEqual(['a']);
      for (const word of ['old', 'late', 'again']) expect(await find(space, { word })).toEqual([]);
      await put([], 4);
      await put(['new'], 3);
      expect(await find(space, { word: 'new' })).toEqual([]);
    });

    test('writers at the same time leave the newest row', async () => {
      const space = newSpace();
      for (let round = 0; round < 10; round += 1) {
        const id = `t${round}`;
        const puts = [2, 1, 3].map((seq) =>
          searchIndex().put({ ...space, rows: [row(id, [`seq${seq}`], { seq })] }),
        );
        await Promise.all(puts);
        const rows = await searchIndex().readRows({ ...space, taskIds: [id] });
        expect(rows).toEqual([row(id, ['seq3'], { seq: 3 })]);
        expect(await find(space, { word: 'seq1' })).toEqual([]);
      }
    });

    test('the mark is not there before it is set, and never falls', async () => {
      const space = newSpace();
      expect(await searchIndex().indexed(space)).toBeUndefined();
      await Promise.all([0, 0].map((indexed) => searchIndex().raiseIndexed({ ...space, indexed })));
      expect(await searchIndex().indexed(space)).toBe(0);
      await searchIndex().raiseIndexed({ ...space, indexed: 7 });
      await searchIndex().raiseIndexed({ ...space, indexed: 3 });
      expect(await searchIndex().indexed(space)).toBe(7);
      expect(await searchIndex().indexed({ ...space, epoch: 'epoch-2' })).toBeUndefined();
    });

    test('what is removed is found no more, and other epochs go without this one', async () => {
      const space = newSpace();
      const [other, neighbour] = [{ ...space, epoch: 'epoch-0' }, newSpace()];
      for (const each of [space, other, neighbour]) {
        await searchIndex().put({ ...each, rows: [row('a', ['milk']), row('b', ['milk'])] });
        await searchIndex().raiseIndexed({ ...each, indexed: 1 });
      }
      await searchIndex().remove({ ...space, ids: ['a', 'unknown'] });
      expect(await find(space, { word: 'milk' })).toEqual(['b']);
      await searchIndex().removeOtherEpochs(space);
      expect(await find(other, { word: 'milk' })).toEqual([]);
      expect(await searchIndex().indexed(other)).toBeUndefined();
      expect(await find(space, { word: 'milk' })).toEqual(['b']);
      expect(await searchIndex().indexed(space)).toBe(1);
      expect(await find(neighbour, { word: 'milk' })).toEqual(['b', 'a']);
    });

    test('a word that thousands of tasks have is found in pages as any other, the newest first', async () => {
      const space = newSpace();
      const ids = Array.from({ length: 2_400 }, (_, at) => `t${String(at).padStart(4, '0')}`);
      const rows = ids.flatMap((taskId, at) => [
        row(taskId, at % 3 === 0 ? ['milky', `w${at}`] : ['other', '#label']),
        row(`${taskId}-comment`, at % 5 === 0 ? ['milk', 'milk2'] : ['x'], { taskId }),
      ]);
      await searchIndex().put({ ...space, rows });
      const pagesOf = async (of: Partial<SearchTerm>) => {
        const found: string[] = [];
        for (let size = 200; size === 200; ) {
          const page = await find(space, of, { before: found.at(-1), limit: 200 });
          found.push(...page);
          size = page.length;
        }
        return found;
      };
      const expected = ids.filter((_, at) => at % 3 === 0 || at % 5 === 0).toReversed();
      expect(await pagesOf({ word: 'mi' })).toEqual(expected);
      expect(await pagesOf({ word: 'x', others: ['#label'] })).toEqual(
        ids.filter((_, at) => at % 15 !== 0).toReversed(),
      );
    });

    test('any rows, found by any term in pages of any size, are what a plain filter gives', async () => {
      const word = fc.stringMatching(/^[ab]{1,3}$/);
      const rows = fc.array(fc.uniqueArray(word, { maxLength: 3 }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(
          rows,
          word,
          fc.integer({ min: 1, max: 3 }),
          async (texts, wanted, limit) => {
            const space = newSpace();
            const made = texts.map((words, at) => row(`t${at}`, words));
            await searchIndex().put({ ...space, rows: made });
            const fitting = made.filter(({ words }) => words.some((one) => one.startsWith(wanted)));
            const found: string[] = [];
            for (;;) {
              const before = found.at(-1);
              const page = await find(space, { word: wanted }, { before, limit });
              found.push(...page);
              if (page.length < limit) break;
            }
            expect(found).toEqual(fitting.map(({ id }) => id).toReversed());
          },
        ),
        { numRuns: 20 },
      );
    });
  });
}

interface Page {
  before: string | undefined;
  limit: number;
}

function term(of: Partial<SearchTerm>): SearchTerm {
  return { word: '', isBeginning: true, others: [], ...of };
}

function row(id: string, words: readonly string[], of: Partial<SearchRow> = {}): SearchRow {
  return { id, taskId: id, seq: 1, words, ...of };
}
