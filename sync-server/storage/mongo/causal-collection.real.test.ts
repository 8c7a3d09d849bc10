import { randomUUID } from 'node:crypto';
import {
  type CommandStartedEvent,
  type CommandSucceededEvent,
  MongoClient,
  MongoServerError,
} from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { CausalClock } from './causal-clock.ts';
import { CausalCollection } from './causal-collection.ts';

const proven = { readConcern: { level: 'linearizable' }, maxTimeMS: 3_000 } as const;
const client = new MongoClient(inject('mongoUrl'), {
  monitorCommands: true,
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
});
const database = client.db(`test-${randomUUID()}`);
let started: CommandStartedEvent[] = [];
let answered: CommandSucceededEvent[] = [];
let records: CausalCollection<{ _id: string; n: number }>;

beforeAll(async () => {
  client.on('commandStarted', (event) => started.push(event));
  client.on('commandSucceeded', (event) => answered.push(event));
  await client.connect();
});

beforeEach(async () => {
  started = [];
  answered = [];
  records = new CausalCollection(database.collection(`c-${randomUUID()}`), new CausalClock(client));
  await records.insertMany(
    [1, 2, 3].map((n) => ({ _id: `r${n}`, n })),
    { ordered: false },
  );
});

afterAll(() => client.close());

/** The time behind which the last command of this name was not to read. */
function askedAfter(name: string): unknown {
  const last = started.filter(({ commandName }) => commandName === name).at(-1);
  const { readConcern } = last?.command ?? {};
  return readConcern?.afterClusterTime;
}

/** The time up to which the last answered command of this name had come. */
function answeredAt(name: string): unknown {
  const last = answered.filter(({ commandName }) => commandName === name).at(-1);
  return Reflect.get(Object(last?.reply), 'operationTime');
}

test('[R2] a read never goes back behind what this process wrote, nor behind what it read', async () => {
  expect(await records.findOne({ _id: 'r1' })).toEqual({ _id: 'r1', n: 1 });
  const written = answeredAt('insert');
  expect(askedAfter('find')).toEqual(written);
  // Somebody else moves the database on.
  await database.collection('others').insertOne({ n: 1 });
  await records.aggregate([{ $match: { _id: 'r2' } }]);
  await records.find({}).toArray();
  expect(askedAfter('find')).toEqual(answeredAt('aggregate'));
  expect(askedAfter('find')).not.toEqual(written);
  expect(started.at(-1)?.command['readConcern'].level).toBe('majority');
});

test('[R2] a failed write moves the time on for nobody: no majority may ever reach it', async () => {
  await records.findOne({ _id: 'r1' });
  const before = answeredAt('find');
  await database.collection('others').insertOne({ n: 1 });
  await expect(records.insertOne({ _id: 'r1', n: 4 })).rejects.toMatchObject({ code: 11_000 });
  await records.findOne({ _id: 'r1' });
  expect(askedAfter('find')).toEqual(before);
});

test('a linearizable read names no time, and what it saw counts', async () => {
  expect(await records.findOneProven({ _id: 'r1' }, proven)).toEqual({ _id: 'r1', n: 1 });
  expect(askedAfter('find')).toBeUndefined();
  const seen = answeredAt('find');
  await records.aggregate([{ $limit: 1 }], proven);
  expect(askedAfter('aggregate')).toBeUndefined();
  await records.findOne({ _id: 'r1' });
  expect(askedAfter('find')).toEqual(answeredAt('aggregate') ?? seen);
});

test('records are read one by one for as long as somebody wants them, and every session is ended', async () => {
  let open = 0;
  const startSession: MongoClient['startSession'] = (options) => {
    const session = client.startSession(options);
    open += 1;
    session.once('ended', () => {
      open -= 1;
    });
    return session;
  };
  const counted = new CausalCollection<{ _id: string; n: number }>(
    database.collection(records.collectionName),
    new CausalClock({ startSession }),
  );
  const seen: number[] = [];
  for await (const { n } of counted.find({}, { sort: { _id: 1 }, batchSize: 2 })) {
    seen.push(n);
    if (n === 2) break;
  }
  for await (const { n } of counted.find({}, { sort: { _id: 1 }, batchSize: 2 })) seen.push(n);
  await counted.insertOne({ _id: 'r1', n: 1 }).catch(() => undefined);
  await counted.deleteOne({ _id: 'r1' });
  expect(seen).toEqual([1, 2, 1, 2, 3]);
  expect(open).toBe(0);
});

test('[R2] what was read before a page was left early counts', async () => {
  await database.collection('others').insertOne({ n: 1 });
  for await (const { n } of records.find({}, { sort: { _id: 1 }, batchSize: 2 }))
    if (n === 1) break;
  const seen = answeredAt('find');
  await records.aggregate([{ $limit: 1 }]);
  expect(askedAfter('aggregate')).toEqual(seen);
});

test('[R3] a bulk of which one record was there and another was written moves the time on', async () => {
  const before = answeredAt('insert');
  await database.collection('others').insertOne({ n: 1 });
  const bulk = [
    { _id: 'r1', n: 4 },
    { _id: 'r4', n: 4 },
  ];
  await expect(records.insertMany(bulk, { ordered: false })).rejects.toMatchObject({
    code: 11_000,
  });
  const written = answeredAt('insert');
  await records.findOne({ _id: 'r4' });
  expect(askedAfter('find')).toEqual(written);
  expect(askedAfter('find')).not.toEqual(before);
});

test('a linearizable read that an election ended is tried once more, without a time', async () => {
  let attempts = 0;
  const flaky = new CausalClock(client);
  const answer = await flaky.runUnbound(async (session) => {
    attempts += 1;
    if (attempts === 1) {
      const error = new MongoServerError({ message: 'not primary', code: 10_107 });
      error.addErrorLabel('RetryableReadError');
      throw error;
    }
    return database.collection('others').findOne({}, { ...proven, session });
  });
  expect([attempts, answer === null]).toEqual([2, false]);
  expect(askedAfter('find')).toBeUndefined();
});
