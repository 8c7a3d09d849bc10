import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { counter, document, everything, modelOf, oddTexts, step } from './contract-samples.ts';
import type { DocumentView, ViewStep } from './port.ts';

/** How every document view takes steps; part of `storageContract`. */
export function documentViewContract(documentView: () => DocumentView): void {
  const seqsById = async (workspaceId: string) => {
    const rows = await documentView().scan({ workspaceId, ...everything });
    return Object.fromEntries(rows.map(({ id, seq }) => [id, seq]));
  };

  describe('document view: applying', () => {
    test('a workspace of which nothing was applied is at 0', async () => {
      const state = await documentView().state(randomUUID());
      expect(state).toEqual({ applied: 0, hash: '0000000000000000', horizon: 0, blanked: 0 });
    });

    test('an applied step shows its documents, and the watermark is its seq and hash', async () => {
      const workspaceId = randomUUID();
      const applied = step({ workspaceId, seq: 1, ids: ['a', 'b'] });
      await documentView().apply([applied]);
      expect(await documentView().scan({ workspaceId, ...everything })).toEqual(applied.documents);
      const state = await documentView().state(workspaceId);
      expect(state).toEqual({ applied: 1, hash: applied.hash, horizon: 0, blanked: 0 });
    });

    test('steps applied together leave the last version of each document', async () => {
      const workspaceId = randomUUID();
      await documentView().apply([
        step({ workspaceId, seq: 1, ids: ['a', 'b', 'c'] }),
        step({ workspaceId, seq: 2, ids: ['b'] }),
        step({ workspaceId, seq: 3 }),
        step({ workspaceId, seq: 4, ids: ['c', 'd'] }),
      ]);
      expect(await seqsById(workspaceId)).toEqual({ a: 1, b: 2, c: 4, d: 4 });
      expect((await documentView().state(workspaceId)).applied).toBe(4);
    });

    test('every field of a document can change', async () => {
      const workspaceId = randomUUID();
      const before = document({ workspaceId, id: 'a', seq: 1, kind: 'task', parentId: 'p' });
      const after = document({ workspaceId, id: 'a', seq: 2, kind: 'comment', json: '{"v":2}' });
      await documentView().apply([step({ workspaceId, seq: 1, documents: [before] })]);
      await documentView().apply([step({ workspaceId, seq: 2, documents: [after] })]);
      const read = await documentView().readDocuments({ workspaceId, ids: ['a'] });
      expect(read).toEqual([after]);
      expect(await documentView().readChildren({ workspaceId, parentIds: ['p'] })).toEqual([]);
    });

    test('steps applied again do no harm, nor does an older state come back', async () => {
      const workspaceId = randomUUID();
      const steps = [1, 2, 3].map((seq) => step({ workspaceId, seq, ids: ['a', `only-${seq}`] }));
      await documentView().apply(steps);
      await documentView().apply(steps);
      await documentView().apply(steps.slice(0, 1));
      expect(await seqsById(workspaceId)).toEqual({ a: 3, 'only-1': 1, 'only-2': 2, 'only-3': 3 });
      expect((await documentView().state(workspaceId)).applied).toBe(3);
    });

    test('steps that overlap the watermark go on from it', async () => {
      const workspaceId = randomUUID();
      const steps = [1, 2, 3, 4].map((seq) => step({ workspaceId, seq, ids: ['a'] }));
      await documentView().apply(steps.slice(0, 2));
      await documentView().apply(steps.slice(1));
      expect(await seqsById(workspaceId)).toEqual({ a: 4 });
    });

    test('[R2] a gap above the watermark, or between steps, throws and changes nothing (B5a)', async () => {
      const workspaceId = randomUUID();
      const at = (seq: number) => step({ workspaceId, seq, ids: ['a'] });
      await documentView().apply([at(1)]);
      await expect(documentView().apply([at(3)])).rejects.toThrow(/needs entry 2, got 3/);
      await expect(documentView().apply([at(2), at(4)])).rejects.toThrow(/needs entry 3, got 4/);
      expect(await seqsById(workspaceId)).toEqual({ a: 1 });
      expect((await documentView().state(workspaceId)).applied).toBe(1);
    });

    test('no steps change nothing', async () => {
      await expect(documentView().apply([])).resolves.toBeUndefined();
    });

    test('[R2] two appliers at work at once, one further than the other, leave the newest state', async () => {
      const workspaceId = randomUUID();
      const steps = Array.from({ length: 30 }, (_, at) =>
        step({
          workspaceId,
          seq: at + 1,
          ids: ['hot', `doc-${at % 7}`],
          counters: [counter({ workspaceId, deviceId: 'alicephone', seq: at + 1 })],
        }),
      );
      const applier = async (size: number) => {
        for (let at = 0; at < steps.length; at += size) {
          await documentView().apply(steps.slice(at, at + size));
        }
      };
      await Promise.all([applier(1), applier(4), applier(7), applier(30)]);
      expect(await seqsById(workspaceId)).toEqual(lastSeqs(steps));
      expect(await documentView().state(workspaceId)).toMatchObject({
        applied: 30,
        hash: steps.at(-1)?.hash,
      });
      const deviceIds = ['alicephone'];
      const [read] = await documentView().readCounters({ workspaceId, deviceIds });
      expect(read?.n).toBe(30);
    });

    test('appliers that meet on documents that are new to all of them leave the newest', async () => {
      for (let round = 0; round < 20; round++) {
        const workspaceId = randomUUID();
        const ids = Array.from({ length: round % 2 === 0 ? 3 : 60 }, (_, at) => `id-${at}`);
        const deviceIds = ['alicephone'];
        const at = (seq: number) => {
          const counters = deviceIds.map((deviceId) => counter({ workspaceId, deviceId, seq }));
          return step({ workspaceId, seq, ids, counters });
        };
        await Promise.all([
          documentView().apply([at(1)]),
          documentView().apply([at(1), at(2), at(3)]),
          documentView().apply([at(1), at(2)]),
        ]);
        expect(new Set(Object.values(await seqsById(workspaceId)))).toEqual(new Set([3]));
        expect((await documentView().state(workspaceId)).applied).toBe(3);
        expect(await documentView().readCounters({ workspaceId, deviceIds })).toMatchObject([
          { n: 3 },
        ]);
      }
    });

    test('a step of 2,000 documents is applied whole, then changed whole', async () => {
      const workspaceId = randomUUID();
      const ids = Array.from({ length: 2_001 }, (_, at) => `id-${String(at).padStart(5, '0')}`);
      await documentView().apply([step({ workspaceId, seq: 1, ids })]);
      await documentView().apply([step({ workspaceId, seq: 2, ids: ids.slice(1) })]);
      const rows = await documentView().scan({ workspaceId, ...everything });
      expect(rows).toHaveLength(2_001);
      expect(rows.filter(({ seq }) => seq === 1).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    });

    test('every odd text comes back byte for byte', async () => {
      const workspaceId = randomUUID();
      const documents = oddTexts.map((json, at) =>
        document({ workspaceId, id: `odd-${String(at).padStart(3, '0')}`, seq: 1, json }),
      );
      const counters = oddTexts.map((recent, at) =>
        counter({ workspaceId, deviceId: `device-${at}`, seq: 1, recent }),
      );
      await documentView().apply([step({ workspaceId, seq: 1, documents, counters })]);
      expect(await documentView().scan({ workspaceId, ...everything })).toEqual(documents);
      const deviceIds = counters.map(({ deviceId }) => deviceId);
      const read = await documentView().readCounters({ workspaceId, deviceIds });
      expect(new Set(read.map(({ recent }) => recent))).toEqual(new Set(oddTexts));
    });
  });
}

function lastSeqs(steps: readonly ViewStep[]): Record<string, number> {
  return Object.fromEntries(modelOf(steps).map(({ id, seq }) => [id, seq]));
}
