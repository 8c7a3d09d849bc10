import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counter, document, oddTexts, step } from './contract-samples.ts';
import type { DocumentView, StoredDocument, ViewStep } from './port.ts';

const everything = {
  afterSeq: 0,
  afterId: undefined,
  upTo: 1e9,
  limit: 10_000,
  maxBytes: 100_000_000,
};

/** What every document view keeps; part of `storageContract`. */
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

  describe('document view: reading', () => {
    test('documents are read by id; unknown ids and other workspaces are left out', async () => {
      const [workspaceId, other] = [randomUUID(), randomUUID()];
      await documentView().apply([step({ workspaceId, seq: 1, ids: ['a', 'b', 'c'] })]);
      await documentView().apply([step({ workspaceId: other, seq: 1, ids: ['d'] })]);
      const ids = ['c', 'a', 'unknown', 'd', 'a'];
      const read = await documentView().readDocuments({ workspaceId, ids });
      expect(read.map(({ id }) => id).sort()).toEqual(['a', 'c']);
      expect(await documentView().readDocuments({ workspaceId, ids: [] })).toEqual([]);
    });

    test('[R2] one id in two workspaces is two documents, and one device id two counters (B16)', async () => {
      const [mine, hers] = [randomUUID(), randomUUID()];
      const at = (workspaceId: string, seq: number) => {
        const json = JSON.stringify({ workspaceId, seq });
        const documents = [document({ workspaceId, id: 'a', seq, parentId: 'p', json })];
        const counters = [counter({ workspaceId, deviceId: 'alicephone', seq })];
        return step({ workspaceId, seq, documents, counters });
      };
      await documentView().apply([at(mine, 1)]);
      await documentView().apply([at(hers, 1), at(hers, 2)]);
      for (const [workspaceId, seq] of [[mine, 1] as const, [hers, 2] as const]) {
        const rows = at(workspaceId, seq);
        const readDocuments = documentView().readDocuments({ workspaceId, ids: ['a'] });
        expect(await readDocuments).toEqual(rows.documents);
        expect(await documentView().scan({ workspaceId, ...everything })).toEqual(rows.documents);
        const children = documentView().readChildren({ workspaceId, parentIds: ['p'] });
        expect(await children).toEqual(rows.documents);
        const deviceIds = ['alicephone'];
        const counters = documentView().readCounters({ workspaceId, deviceIds });
        expect(await counters).toEqual(rows.counters);
      }
    });

    test('[R8] children are found by their parents', async () => {
      const workspaceId = randomUUID();
      const child = (id: string, parentId: string | null) =>
        document({ workspaceId, id, seq: 1, parentId });
      const documents = [child('p', null), child('a', 'p'), child('b', 'p'), child('c', 'a')];
      await documentView().apply([step({ workspaceId, seq: 1, documents })]);
      const children = async (...parentIds: string[]) => {
        const read = await documentView().readChildren({ workspaceId, parentIds });
        return read.map(({ id }) => id).sort();
      };
      expect(await children('p')).toEqual(['a', 'b']);
      expect(await children('p', 'a')).toEqual(['a', 'b', 'c']);
      expect(await children('b')).toEqual([]);
      expect(await children()).toEqual([]);
    });

    test('documents of a kind are listed by id, page after page', async () => {
      const workspaceId = randomUUID();
      const ofKind = (id: string, kind: string) => document({ workspaceId, id, seq: 1, kind });
      const documents = [
        ...['e', 'a', 'c', 'd', 'b'].map((id) => ofKind(id, 'label')),
        ofKind('bb', 'task'),
      ];
      await documentView().apply([step({ workspaceId, seq: 1, documents })]);
      const list = async (afterId: string, limit: number) => {
        const read = await documentView().listKind({ workspaceId, kind: 'label', afterId, limit });
        return read.map(({ id }) => id);
      };
      expect(await list('', 3)).toEqual(['a', 'b', 'c']);
      expect(await list('c', 3)).toEqual(['d', 'e']);
      expect(await list('e', 3)).toEqual([]);
      expect(await list('bzzz', 1)).toEqual(['c']);
    });

    test('[R3] the counters of devices are read by device; unknown ones are left out', async () => {
      const workspaceId = randomUUID();
      const phone = counter({ workspaceId, deviceId: 'alicephone', seq: 2, n: 9, recent: '[9]' });
      const laptop = counter({ workspaceId, deviceId: 'alicelapto', seq: 1 });
      const older = counter({ workspaceId, deviceId: 'alicephone', seq: 1, n: 8 });
      await documentView().apply([step({ workspaceId, seq: 1, counters: [older, laptop] })]);
      await documentView().apply([step({ workspaceId, seq: 2, counters: [phone] })]);
      const deviceIds = ['alicephone', 'alicelapto', 'bobsphone0'];
      const read = await documentView().readCounters({ workspaceId, deviceIds });
      expect(new Set(read)).toEqual(new Set([phone, laptop]));
    });

    test('a scan goes by seq and id, from behind its cursor, and not above its end', async () => {
      const workspaceId = randomUUID();
      await documentView().apply([
        step({ workspaceId, seq: 1, ids: ['b', 'a'] }),
        step({ workspaceId, seq: 2, ids: ['d', 'c', 'e'] }),
        step({ workspaceId, seq: 3, ids: ['A', 'z'] }),
      ]);
      const scan = async (range: Partial<Parameters<DocumentView['scan']>[0]>) => {
        const rows = await documentView().scan({ workspaceId, ...everything, ...range });
        return rows.map(({ id }) => id).join('');
      };
      expect(await scan({})).toBe('abcdeAz');
      expect(await scan({ limit: 3 })).toBe('abc');
      expect(await scan({ afterSeq: 2, afterId: 'c' })).toBe('deAz');
      expect(await scan({ afterSeq: 2, afterId: undefined })).toBe('Az');
      expect(await scan({ afterSeq: 1, upTo: 2 })).toBe('cde');
      expect(await scan({ afterSeq: 2, afterId: 'e', upTo: 2 })).toBe('');
      expect(await scan({ afterSeq: 9 })).toBe('');
    });

    test('a page of a scan ends before `maxBytes`, but never empty', async () => {
      const workspaceId = randomUUID();
      const documents = ['a', 'b', 'c'].map((id) =>
        document({ workspaceId, id, seq: 1, json: 'ü'.repeat(500) }),
      );
      await documentView().apply([step({ workspaceId, seq: 1, documents })]);
      const ids = async (maxBytes: number) => {
        const rows = await documentView().scan({ workspaceId, ...everything, maxBytes });
        return rows.map(({ id }) => id);
      };
      expect(await ids(2_000)).toEqual(['a', 'b']);
      expect(await ids(1)).toEqual(['a']);
    });

    test('any steps, read in pages of any size, give what a plain map gives', async () => {
      const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'B', 'c', 'ä', 'd-1', 'd_1', '0', '~'));
      const sizes = fc.record({
        steps: fc.array(ids, { maxLength: 8 }),
        limit: fc.integer({ min: 1, max: 5 }),
        upTo: fc.nat(9),
      });
      await fc.assert(
        fc.asyncProperty(sizes, async ({ steps, limit, upTo }) => {
          const workspaceId = randomUUID();
          const made = steps.map((ids, at) => step({ workspaceId, seq: at + 1, ids }));
          await documentView().apply(made);
          const paged = await scanInPages(documentView(), { workspaceId, limit, upTo });
          expect(paged).toEqual(modelOf(made).filter(({ seq }) => seq <= upTo));
        }),
        { numRuns: 40 },
      );
    });
  });
}

async function scanInPages(
  documentView: DocumentView,
  { workspaceId, limit, upTo }: { workspaceId: string; limit: number; upTo: number },
): Promise<StoredDocument[]> {
  const all: StoredDocument[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await documentView.scan({
      workspaceId,
      limit,
      upTo,
      maxBytes: 1e6,
      afterSeq: last?.seq ?? 0,
      afterId: last?.id,
    });
    all.push(...page);
    if (page.length < limit) return all;
  }
}

/** All documents as a map would hold them, by seq and then by the UTF-8 bytes of the id. */
function modelOf(steps: readonly ViewStep[]): StoredDocument[] {
  const byId = new Map(steps.flatMap(({ documents }) => documents.map((row) => [row.id, row])));
  return [...byId.values()].sort(
    (a, b) => a.seq - b.seq || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)),
  );
}

function lastSeqs(steps: readonly ViewStep[]): Record<string, number> {
  return Object.fromEntries(modelOf(steps).map(({ id, seq }) => [id, seq]));
}
