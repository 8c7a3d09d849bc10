import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyPageSchema, type HistoryPage } from '#shared/history-message';
import { formatStamp } from '#shared/stamp';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';
import { decodeBody, encodeBody } from './log-entry.ts';

let server: TestServer;
let alice: TestPerson;
let workspaceId: string;
let path: string;
let n = 0;

beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
  const { body } = await alice.send('GET /api/workspaces');
  workspaceId = (body['workspaces'] as { id: string }[])[0]?.id ?? '';
  path = `/api/workspaces/${workspaceId}/history`;
});
afterAll(() => server.close());

async function push(...changes: object[]): Promise<number> {
  n += 1;
  const deviceId = 'alicephone';
  const stamp = formatStamp({ ms: server.clock.nowMs - 60_000, counter: n, deviceId });
  const batches = [{ n, v: 2, stamp, changes }];
  const json = { workspaceId, deviceId, batches };
  const { status, body } = await alice.send('POST /api/sync/push', { json });
  expect([status, body['results']]).toMatchObject([200, [{ outcome: 'committed' }]]);
  return (body['results'] as { seq: number }[])[0]?.seq ?? 0;
}

function title(id: string, text: string, base: string | null = null) {
  return { kind: 'task', id, group: 'title', value: { title: text }, base };
}

async function ask(query: string): Promise<HistoryPage> {
  const { status, body } = await alice.send(`GET ${path}?${query}`);
  expect(status).toBe(200);
  return historyPageSchema.parse(body);
}

/** All pages, one after the other, and how many there were. */
async function askAll(
  id: string,
  limit: number,
): Promise<{ entries: HistoryPage['entries']; pages: number }> {
  const entries: HistoryPage['entries'] = [];
  for (let before = '', pages = 1; ; pages++) {
    const page = await ask(`document=${id}&limit=${limit}${before}`);
    entries.push(...page.entries);
    if (page.next === null) return { entries, pages };
    before = `&before=${page.next}`;
  }
}

/** Takes the links out of all entries, as if a server had written them that knew none. */
async function forgetLinks(): Promise<void> {
  const { changeLog } = server.storage;
  const all = { workspaceId, after: 0, limit: 10_000, maxBytes: 1e9 };
  for (const { seq, body: oldBody } of await changeLog.read(all)) {
    const { batches, documents } = decodeBody({ workspaceId, seq, body: oldBody });
    const body = encodeBody({
      batches: batches.map((batch) => JSON.stringify(batch)),
      documents: documents.map((document) => JSON.stringify(document)),
      earlier: undefined,
    });
    await changeLog.blank({ workspaceId, seq, oldBody, body });
  }
}

describe('history of a document', () => {
  test('works: who changed what when, newest first, and asked again it says the same', async () => {
    const id = v7();
    const created = await push({ kind: 'task', id, create: { title: 'Pay rent' } });
    await push({ kind: 'task', id: v7(), create: { title: 'another' } });
    const renamed = await push(title(id, 'Pay the rent'));
    const page = await ask(`document=${id}`);
    const author = { deviceId: 'alicephone', userId: alice.id };
    expect(page).toMatchObject({
      entries: [
        {
          ...author,
          seq: renamed,
          madeAt: new Date(server.clock.nowMs - 60_000).toISOString(),
          changes: [
            {
              group: 'title',
              value: { title: 'Pay the rent' },
              was: { title: 'Pay rent' },
              outcome: 'applied',
            },
          ],
        },
        {
          ...author,
          seq: created,
          changes: [{ create: { title: 'Pay rent' }, outcome: 'applied' }],
        },
      ],
      next: null,
    });
    expect(await ask(`document=${id}`)).toEqual(page);
  });

  test('works page by page, each entry once, also where the log has no links yet', async () => {
    const id = v7();
    const seqs = [await push({ kind: 'task', id, create: { title: '0' } })];
    for (let at = 1; at < 8; at++) {
      await push({ kind: 'task', id: v7(), create: { title: 'another' } });
      seqs.push(await push(title(id, String(at))));
    }
    const newestFirst = seqs.toReversed();
    const linked = await askAll(id, 3);
    expect(linked.entries.map(({ seq }) => seq)).toEqual(newestFirst);
    expect(linked.pages).toBe(3);
    await forgetLinks();
    const found = await askAll(id, 3);
    expect(found.entries).toEqual(linked.entries);
    const last = await push(title(id, 'with a link again'));
    const mixed = await askAll(id, 100);
    expect(mixed.entries.map(({ seq }) => seq)).toEqual([last, ...newestFirst]);
  });

  test('a search without links ends after a bounded part of the log, and its `next` goes on', async () => {
    const id = v7();
    const first = await push({ kind: 'task', id, create: { title: 'long ago' } });
    const notes = 'x'.repeat(50_000);
    for (let at = 0; at < 60; at++) {
      await push(
        ...[1, 2, 3, 4].map(() => ({ kind: 'task', id: v7(), create: { title: 't', notes } })),
      );
    }
    const last = await push(title(id, 'today'));
    await forgetLinks();
    const { entries, pages } = await askAll(id, 100);
    expect(entries.map(({ seq }) => seq)).toEqual([last, first]);
    expect(pages).toBeGreaterThan(1);
  });

  test('a page ends by its size too', async () => {
    const id = v7();
    await push({ kind: 'task', id, create: { title: 'notes' } });
    for (let at = 0; at < 6; at++) {
      const value = { notes: String(at).repeat(40_000) };
      await push({ kind: 'task', id, group: 'notes', value, base: null, before: '' });
    }
    const { entries, pages } = await askAll(id, 100);
    expect(entries).toHaveLength(7);
    expect(pages).toBeGreaterThan(1);
  });

  test('[R7] of what was deleted for good, it tells that and when, but no value', async () => {
    const id = v7();
    await push({ kind: 'task', id, create: { title: 'my secret' } });
    await push(title(id, 'my other secret'));
    await alice.send(`DELETE /api/tasks/${id}`);
    const json = { documentIds: [id] };
    await alice.send(`POST /api/workspaces/${workspaceId}/purge`, { json });
    const { entries } = await askAll(id, 100);
    expect(entries).toHaveLength(4);
    expect(entries[0]?.changes).toEqual([{ purged: true, outcome: 'applied' }]);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  test('a document that the log does not name has no history', async () => {
    expect(await ask(`document=${v7()}`)).toEqual({ entries: [], next: null });
  });

  test('[R9] a stranger finds no such workspace, and nobody without a session gets in', async () => {
    const bob = await server.person('Bob');
    const stranger = await bob.send(`GET ${path}?document=${v7()}`);
    expect([stranger.status, stranger.body['code']]).toEqual([404, 'workspace_unknown']);
    const answer = await fetch(`${server.url}${path}?document=${v7()}`);
    expect(answer.status).toBe(401);
  });

  test.each([
    [''],
    ['document=task'],
    [`document=${v7()}&limit=0`],
    [`document=${v7()}&limit=101`],
    [`document=${v7()}&before=0`],
    [`document=${v7()}&before=-1`],
    [`document=${v7()}&before=1&before=2`],
    [`document=${v7()}&everything=1`],
  ])('refuses what it cannot read: %s', async (query) => {
    const { status, body } = await alice.send(`GET ${path}?${query}`);
    expect([status, body['code']]).toEqual([400, 'query_invalid']);
  });
});
