import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Storage } from '../port.ts';
import { openMongoStorage } from './open-mongo-storage.ts';

const databaseName = `test-${randomUUID()}`;
const replicas: Storage[] = [];
beforeAll(async () => {
  for (let at = 0; at < 3; at += 1) {
    replicas.push(await openMongoStorage({ url: inject('mongoUrl'), databaseName }));
  }
});
afterAll(() => Promise.all(replicas.map((replica) => replica.close())));

test('replicas that empty the queue together do each notice once', async () => {
  const workspaceId = randomUUID();
  const ids = Array.from({ length: 120 }, (_, at) => `n${String(at).padStart(3, '0')}`);
  const rows = ids.map((id, dueMs) => {
    return { workspaceId, id, seq: 1, dueMs, toldToMs: 0, body: '{}' };
  });
  await replicas[0]?.notices.putNotices(rows);
  const done = await Promise.all(
    replicas.map(async ({ notices }) => {
      const told: string[] = [];
      for (;;) {
        const claimed = await notices.claimNotices({ nowMs: 1_000, leaseEndMs: 2_000, limit: 7 });
        if (claimed.length === 0) return told;
        const outcomes = await Promise.all(
          claimed.map((each) => notices.finishNotice(each, undefined)),
        );
        expect(outcomes.every(Boolean)).toBe(true);
        told.push(...claimed.map(({ id }) => id));
      }
    }),
  );
  expect(done.flat().toSorted()).toEqual(ids);
});

test('replicas that keep a value at once are given the same one, and so is each that asks later', async () => {
  for (let round = 0; round < 10; round += 1) {
    const name = randomUUID();
    const keep = ({ notices }: Storage, at: number) =>
      notices.keepOnce({ name, value: `of replica ${at}` });
    const given = await Promise.all([...replicas, ...replicas].map(keep));
    const later = await Promise.all(replicas.map(keep));
    expect(new Set([...given, ...later]).size).toBe(1);
  }
});
