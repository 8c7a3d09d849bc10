import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entry, oddTexts } from './contract-samples.ts';
import type { ChangeLog } from './port.ts';

const everything = { after: 0, limit: 10_000, maxBytes: 100_000_000 };

/** What every change log keeps; part of `storageContract`. */
export function changeLogContract(changeLog: () => ChangeLog): void {
  describe('change log', () => {
    test('[R1] an appended entry is read back as it was, field by field', async () => {
      const workspaceId = randomUUID();
      const written = entry({ workspaceId, seq: 1, keys: ['alice/key-1', 'alice/key-2'] });
      expect(await changeLog().append([written])).toEqual(['appended']);
      expect(await changeLog().read({ workspaceId, ...everything })).toEqual([written]);
    });

    test('[R2] entries are read in order and without gaps, each workspace by itself', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      for (let seq = 1; seq <= 12; seq++) {
        await changeLog().append([
          entry({ workspaceId: first, seq }),
          entry({ workspaceId: second, seq }),
        ]);
      }
      const read = await changeLog().read({ workspaceId: first, ...everything });
      expect(read.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(new Set(read.map(({ workspaceId }) => workspaceId))).toEqual(new Set([first]));
    });

    test('[R2] the numbers sort as numbers past every power of ten', async () => {
      const workspaceId = randomUUID();
      await appendMany(changeLog(), workspaceId, 101);
      const read = await changeLog().read({ workspaceId, ...everything, after: 8 });
      expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 93 }, (_, at) => at + 9));
    });

    test('[R1] a seq that another entry holds is taken, and that entry stays as it was', async () => {
      const workspaceId = randomUUID();
      const winner = entry({ workspaceId, seq: 1, body: 'winner' });
      await changeLog().append([winner]);
      const late = entry({ workspaceId, seq: 1, body: 'late', keys: ['alice/late'] });
      expect(await changeLog().append([late])).toEqual(['taken']);
      expect(await changeLog().read({ workspaceId, ...everything })).toEqual([winner]);
      expect(await changeLog().findKey({ workspaceId, key: 'alice/late' })).toBeUndefined();
    });

    test('[R1] the same attempt appended twice is appended, once', async () => {
      const workspaceId = randomUUID();
      const attempt = entry({ workspaceId, seq: 1 });
      expect(await changeLog().append([attempt])).toEqual(['appended']);
      expect(await changeLog().append([attempt])).toEqual(['appended']);
      expect(await changeLog().read({ workspaceId, ...everything })).toEqual([attempt]);
    });

    test('[R1] in a bulk each entry has its own outcome: the one that collides takes none down', async () => {
      const ids = Array.from({ length: 5 }, () => randomUUID());
      const taken = ids[2] ?? '';
      await changeLog().append([entry({ workspaceId: taken, seq: 1 })]);
      const outcomes = await changeLog().append(
        ids.map((workspaceId) => entry({ workspaceId, seq: 1, body: 'bulk' })),
      );
      expect(outcomes).toEqual(['appended', 'appended', 'taken', 'appended', 'appended']);
      for (const workspaceId of ids) {
        const [read] = await changeLog().read({ workspaceId, ...everything });
        expect(read?.body === 'bulk').toBe(workspaceId !== taken);
      }
    });

    test('an empty bulk has no outcomes', async () => {
      expect(await changeLog().append([])).toEqual([]);
    });

    test('[R2] of appenders that race, each seq has one winner and the log no gap', async () => {
      const workspaceId = randomUUID();
      const appender = async (name: string) => {
        const won: number[] = [];
        for (let seq = 1; seq <= 25; ) {
          const body = `${name}-${seq}`;
          const [outcome] = await changeLog().append([entry({ workspaceId, seq, body })]);
          if (outcome === 'appended') won.push(seq);
          if (outcome === 'appended' || outcome === 'taken') seq++;
        }
        return won;
      };
      const won = await Promise.all(['a', 'b', 'c'].map(appender));
      expect(won.flat().sort((a, b) => a - b)).toEqual(
        Array.from({ length: 25 }, (_, at) => at + 1),
      );
      const read = await changeLog().read({ workspaceId, ...everything });
      expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    });

    test('a page ends at its limit, and the next goes on from there', async () => {
      const workspaceId = randomUUID();
      await appendMany(changeLog(), workspaceId, 7);
      const page = await changeLog().read({ workspaceId, ...everything, after: 2, limit: 3 });
      expect(page.map(({ seq }) => seq)).toEqual([3, 4, 5]);
      const rest = await changeLog().read({ workspaceId, ...everything, after: 5, limit: 3 });
      expect(rest.map(({ seq }) => seq)).toEqual([6, 7]);
      expect(await changeLog().read({ workspaceId, ...everything, after: 7 })).toEqual([]);
      expect(await changeLog().read({ workspaceId, ...everything, after: 9_999 })).toEqual([]);
    });

    test('a page ends before `maxBytes`, but never empty', async () => {
      const workspaceId = randomUUID();
      const body = 'ü'.repeat(1_000);
      for (let seq = 1; seq <= 4; seq++)
        await changeLog().append([entry({ workspaceId, seq, body })]);
      const two = await changeLog().read({ workspaceId, ...everything, maxBytes: 4_000 });
      expect(two.map(({ seq }) => seq)).toEqual([1, 2]);
      const one = await changeLog().read({ workspaceId, ...everything, after: 2, maxBytes: 10 });
      expect(one.map(({ seq }) => seq)).toEqual([3]);
    });

    test('the entry of a seq is read alone, whatever its size and its neighbours’', async () => {
      const workspaceId = randomUUID();
      for (let seq = 1; seq <= 3; seq++) {
        await changeLog().append([entry({ workspaceId, seq, body: `${seq}`.repeat(100_000) })]);
      }
      for (const seq of [3, 1, 2]) {
        const place = { workspaceId, after: seq - 1, limit: 1, maxBytes: 1 };
        const read = await changeLog().read(place);
        expect(read.map((one) => [one.seq, one.body.length])).toEqual([[seq, 100_000]]);
      }
    });

    test('heads are those of the newest entries; workspaces without entries have none', async () => {
      const [busy, quiet, empty] = [randomUUID(), randomUUID(), randomUUID()];
      await appendMany(changeLog(), busy, 11);
      const only = entry({ workspaceId: quiet, seq: 1, epoch: 'epoch-2' });
      await changeLog().append([only]);
      for (const linearizable of [false, true]) {
        const heads = await changeLog().heads({ workspaceIds: [busy, quiet, empty], linearizable });
        expect([...heads.keys()].sort()).toEqual([busy, quiet].sort());
        expect(heads.get(busy)?.seq).toBe(11);
        const { seq, epoch, commitId, atMs, hash } = only;
        expect(heads.get(quiet)).toEqual({ seq, epoch, commitId, atMs, hash });
      }
      expect(await changeLog().heads({ workspaceIds: [] })).toEqual(new Map());
    });

    test('a workspace whose id begins another’s is not taken for it', async () => {
      const workspaceId = randomUUID();
      await appendMany(changeLog(), `${workspaceId}0`, 3);
      await appendMany(changeLog(), workspaceId, 1);
      expect(await changeLog().read({ workspaceId, ...everything })).toHaveLength(1);
      const heads = await changeLog().heads({ workspaceIds: [workspaceId] });
      expect(heads.get(workspaceId)?.seq).toBe(1);
    });

    test('[R3] an Idempotency-Key finds its entry, in its own workspace only', async () => {
      const [workspaceId, other] = [randomUUID(), randomUUID()];
      const keyed = entry({ workspaceId, seq: 2, keys: ['alice/k1', 'bob/k1'] });
      await changeLog().append([entry({ workspaceId, seq: 1 })]);
      await changeLog().append([keyed, entry({ workspaceId: other, seq: 1, keys: ['alice/k2'] })]);
      expect(await changeLog().findKey({ workspaceId, key: 'alice/k1' })).toEqual(keyed);
      expect(await changeLog().findKey({ workspaceId, key: 'bob/k1' })).toEqual(keyed);
      expect(await changeLog().findKey({ workspaceId, key: 'bob/k2' })).toBeUndefined();
      expect(await changeLog().findKey({ workspaceId, key: 'alice/k2' })).toBeUndefined();
    });

    test('every odd text comes back byte for byte', async () => {
      const workspaceId = randomUUID();
      for (const [at, body] of oddTexts.entries()) {
        const outcomes = await changeLog().append([
          entry({ workspaceId, seq: at + 1, body, keys: [`alice/${body.slice(0, 100)}`] }),
        ]);
        expect(outcomes).toEqual(['appended']);
      }
      const read = await changeLog().read({ workspaceId, ...everything });
      expect(read.map(({ body }) => body)).toEqual(oddTexts);
      expect(read.map(({ keys }) => keys)).toEqual(
        oddTexts.map((body) => [`alice/${body.slice(0, 100)}`]),
      );
    });

    test('an entry of the largest size is stored whole', async () => {
      const workspaceId = randomUUID();
      const large = entry({ workspaceId, seq: 1, body: 'x'.repeat(4 * 1024 * 1024) });
      expect(await changeLog().append([large])).toEqual(['appended']);
      const [read] = await changeLog().read({ workspaceId, ...everything, maxBytes: 1 });
      expect(read?.body === large.body).toBe(true);
    });
  });
}

async function appendMany(changeLog: ChangeLog, workspaceId: string, count: number): Promise<void> {
  for (let seq = 1; seq <= count; seq++) {
    expect(await changeLog.append([entry({ workspaceId, seq })])).toEqual(['appended']);
  }
}
