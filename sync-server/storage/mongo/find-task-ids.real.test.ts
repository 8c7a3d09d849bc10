import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CausalClock } from './causal-clock.ts';
import { type Collections, collectionsOf, createIndexes } from './collections.ts';
import { findTaskIds } from './find-task-ids.ts';
import { createMongoSearchIndex } from './search-index.ts';

const client = new MongoClient(inject('mongoUrl'), {
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
});
let collections: Collections;
beforeAll(async () => {
  await client.connect();
  collections = collectionsOf(client.db(`test-${randomUUID()}`), new CausalClock(client));
  await createIndexes(collections);
});
afterAll(() => client.close());

const oneRow = fc.record({
  taskAt: fc.integer({ min: 0, max: 8 }),
  words: fc.uniqueArray(fc.constantFrom('ab', 'abc', 'b', '#label'), { maxLength: 2 }),
});
const question = fc.record({
  before: fc.option(fc.integer({ min: 0, max: 9 })),
  limit: fc.integer({ min: 1, max: 9 }),
  others: fc.constantFrom<readonly string[]>([], ['#label']),
});

test('wherever the walk over the newest rows begins and ends, the answer is what a plain filter gives', async () => {
  const rows = fc.array(oneRow, { maxLength: 20 });
  const steps = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
  const bounds = fc.record({
    rareMaxRows: fc.integer({ min: 0, max: 3 }),
    walkedRows: steps,
    commonShare: fc.constantFrom(0, 0.5),
  });
  await fc.assert(
    fc.asyncProperty(rows, question, bounds, async (made, asked, within) => {
      const space = { workspaceId: randomUUID(), epoch: 'epoch-1' };
      const taskIdOf = (at: number) => `t${at}`;
      const indexed = made.map(({ taskAt, words }, at) => {
        return { id: `d${at}`, taskId: taskIdOf(taskAt), seq: 1, words };
      });
      await createMongoSearchIndex(collections).put({ ...space, rows: indexed });
      const { limit, others } = asked;
      const before = asked.before === null ? undefined : taskIdOf(asked.before);
      const term = { word: 'ab', isBeginning: true, others };
      const fitting = indexed
        .filter(({ words }) => words.some((word) => word.startsWith('ab') || others.includes(word)))
        .map(({ taskId }) => taskId)
        .filter((taskId) => before === undefined || taskId < before);
      const expected = [...new Set(fitting)].toSorted().toReversed().slice(0, limit);
      const found = { ...space, term, before, limit };
      expect(await findTaskIds(collections.searchRows, found, within)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
