import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counter, document, everything, modelOf, step } from './contract-samples.ts';
import type { DocumentView, StoredDocument } from './port.ts';

/** How every document view is read; part of `storageContract`. */
export function viewReadingContract(documentView: () => DocumentView): void {
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
