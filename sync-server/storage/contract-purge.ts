import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { entry, oddTexts, step } from './contract-samples.ts';
import type { Storage } from './port.ts';

const everything = { after: 0, limit: 10_000, maxBytes: 100_000_000 };
const allRows = { afterSeq: 0, afterId: undefined, upTo: 1e9, limit: 10_000, maxBytes: 1e9 };

/** What every storage offers a purge (R7, R10); part of `storageContract`. */
export function purgeContract(storage: () => Storage): void {
  describe('change log: blanking', () => {
    test('[R7] a blanked entry has another body, and everything else is as it was', async () => {
      const workspaceId = randomUUID();
      const { changeLog } = storage();
      const first = entry({ workspaceId, seq: 1, body: '{"secret":1}', keys: ['alice/key'] });
      const second = entry({ workspaceId, seq: 2 });
      for (const one of [first, second]) await changeLog.append([one]);
      const change = { workspaceId, seq: 1, oldBody: first.body, body: '{}' };
      expect(await changeLog.blank(change)).toBe(true);
      const read = await changeLog.read({ workspaceId, ...everything });
      expect(read).toEqual([{ ...first, body: '{}' }, second]);
      expect(await changeLog.findKey({ workspaceId, key: 'alice/key' })).toEqual(read[0]);
    });

    test('[R7] an entry that holds another body by now is left alone', async () => {
      const workspaceId = randomUUID();
      const { changeLog } = storage();
      const held = entry({ workspaceId, seq: 1, body: 'what another replica put there' });
      await changeLog.append([held]);
      const late = { workspaceId, seq: 1, oldBody: 'what it was before', body: 'late' };
      expect(await changeLog.blank(late)).toBe(false);
      expect(await changeLog.blank({ ...late, seq: 2 })).toBe(false);
      expect(await changeLog.read({ workspaceId, ...everything })).toEqual([held]);
    });

    test.each(oddTexts)(
      '[R7] a body is told from others and kept to the byte (%#)',
      async (text) => {
        const workspaceId = randomUUID();
        const { changeLog } = storage();
        await changeLog.append([entry({ workspaceId, seq: 1, body: text })]);
        const body = `${text}!`;
        expect(await changeLog.blank({ workspaceId, seq: 1, oldBody: text, body })).toBe(true);
        const [read] = await changeLog.read({ workspaceId, ...everything });
        expect(read?.body).toBe(body);
      },
    );
  });

  describe('document view: purging', () => {
    test('[R10] marks rise and never fall, each by itself', async () => {
      const workspaceId = randomUUID();
      const { documentView } = storage();
      await documentView.apply([step({ workspaceId, seq: 1 })]);
      await documentView.raiseMarks({ workspaceId, horizon: 7 });
      await documentView.raiseMarks({ workspaceId, blanked: 9 });
      await documentView.raiseMarks({ workspaceId, horizon: 3, blanked: 4 });
      const state = await documentView.state(workspaceId);
      expect(state).toMatchObject({ applied: 1, horizon: 7, blanked: 9 });
      await documentView.apply([step({ workspaceId, seq: 2 })]);
      const later = await documentView.state(workspaceId);
      expect(later).toMatchObject({ applied: 2, horizon: 7, blanked: 9 });
    });

    test('[R10] marks of a workspace of which nothing was applied make no watermark', async () => {
      const workspaceId = randomUUID();
      const { documentView } = storage();
      await documentView.raiseMarks({ workspaceId, horizon: 7, blanked: 7 });
      const first = step({ workspaceId, seq: 1, ids: ['a'] });
      await documentView.apply([first]);
      expect((await documentView.state(workspaceId)).applied).toBe(1);
    });

    test('[R7] a removed row is gone from every way of reading it, others stay', async () => {
      const [workspaceId, other] = [randomUUID(), randomUUID()];
      const { documentView } = storage();
      for (const id of [workspaceId, other]) {
        await documentView.apply([step({ workspaceId: id, seq: 1, ids: ['a', 'b'] })]);
      }
      await documentView.removeDocuments({ workspaceId, documents: [{ id: 'a', seq: 1 }] });
      const rows = await documentView.scan({ workspaceId, ...allRows });
      expect(rows.map(({ id }) => id)).toEqual(['b']);
      expect(await documentView.readDocuments({ workspaceId, ids: ['a'] })).toEqual([]);
      const page = { kind: 'task', afterId: '', limit: 10 };
      expect(await documentView.listKind({ workspaceId, ...page })).toHaveLength(1);
      expect(await documentView.listKind({ workspaceId: other, ...page })).toHaveLength(2);
      await documentView.removeDocuments({ workspaceId, documents: [] });
    });

    test('[R7] a row that has changed since is not removed', async () => {
      const workspaceId = randomUUID();
      const { documentView } = storage();
      const steps = [1, 2].map((seq) => step({ workspaceId, seq, ids: ['a'] }));
      await documentView.apply(steps);
      await documentView.removeDocuments({ workspaceId, documents: [{ id: 'a', seq: 1 }] });
      expect(await documentView.scan({ workspaceId, ...allRows })).toHaveLength(1);
    });
  });

  test('directory: all workspaces are listed page by page, each once', async () => {
    const { directory } = storage();
    const ids: string[] = Array.from({ length: 5 }, () => randomUUID()).toSorted();
    for (const id of ids) {
      const row = { id, epoch: 'epoch', personalOf: null, createdAtMs: 1 };
      await directory.createWorkspace(row);
    }
    const listed: string[] = [];
    for (let afterId = ''; ; afterId = listed.at(-1) ?? '') {
      const page = await directory.workspaceIds({ afterId, limit: 2 });
      expect(page.length).toBeLessThanOrEqual(2);
      listed.push(...page);
      if (page.length === 0) break;
    }
    expect(listed).toEqual(listed.toSorted());
    expect(listed.filter((id) => ids.includes(id))).toEqual(ids);
  });
}
