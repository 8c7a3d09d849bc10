import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { searchAnswerSchema, type ServerSearchAnswer } from '#shared/search-message';
import { parse } from '#shared/parse';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestPerson } from '../testing/test-person.ts';

let server: TestServer;
let alice: TestPerson;
let bob: TestPerson;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestServer();
  alice = await server.person('Alice');
  bob = await server.person('Bob');
  workspaceId = String((await addTask({ title: 'The first task' }))['workspaceId']);
});
afterAll(() => server.close());

async function addTask(fields: Record<string, unknown>): Promise<Record<string, unknown>> {
  server.clock.nowMs += 1;
  return (await alice.send('POST /api/tasks', { json: fields })).body;
}

async function search(query: Record<string, string>): Promise<ServerSearchAnswer> {
  const { status, body } = await alice.send(searchLine(query));
  const answer = parse(searchAnswerSchema, body);
  if (status !== 200 || !answer.ok) throw new Error(JSON.stringify(body));
  return answer.value;
}

function searchLine(query: Record<string, string>, id = workspaceId): string {
  return `GET /api/workspaces/${id}/search?${new URLSearchParams(query)}`;
}

async function titles(q: string): Promise<string[]> {
  return (await search({ q })).hits.map(({ task }) => task.title);
}

let pushes = 0;

/** Commits creations and changes as a device would; each call is another device, and later than the one before. */
async function push(changes: readonly Record<string, unknown>[]): Promise<void> {
  const deviceId = randomUUID().replaceAll('-', '').slice(0, 10);
  pushes += 1;
  const stamp = `${pushes.toString(36).padStart(9, '0')}000-${deviceId}`;
  const batches = [{ n: 1, v: 1, stamp, changes }];
  const { status, body } = await alice.send('POST /api/sync/push', {
    json: { workspaceId, deviceId, batches },
    headers: { 'X-TaskFlow-Protocol': '1' },
  });
  expect([status, body]).toMatchObject([200, { results: [{ outcome: 'committed' }] }]);
}

describe('GET /api/workspaces/:id/search', () => {
  test('finds by beginnings of words, without capitals and accents, the newest first', async () => {
    await addTask({ title: 'Café in Zürich buchen' });
    await addTask({ title: 'ZURICH: buy cafe filters' });
    expect(await titles('zurich CAF')).toEqual([
      'ZURICH: buy cafe filters',
      'Café in Zürich buchen',
    ]);
    expect(await titles('ürich')).toEqual([]);
    expect(await titles('zurich tea')).toEqual([]);
  });

  test('says in what it was found, with an excerpt, and gives no notes', async () => {
    const notes = `${'Long ago. '.repeat(30)}The walrus sleeps.${' More.'.repeat(90)}`;
    const task = await addTask({ title: 'Zoo', notes });
    const [hit] = (await search({ q: 'walrus' })).hits;
    expect(hit).toMatchObject({
      kind: 'notes',
      task: { id: task['id'], title: 'Zoo', workspaceId },
    });
    const { text = '', ranges } = hit?.excerpt ?? {};
    expect(text.length).toBeLessThan(200);
    expect(ranges?.map(({ start, end }) => text.slice(start, end))).toEqual(['walrus']);
    expect(hit?.task).not.toHaveProperty('notes');
  });

  test('finds what is done, and what is in the trash only if asked', async () => {
    const done = await addTask({ title: 'Kaleidoscope done' });
    const away = await addTask({ title: 'Kaleidoscope away' });
    await alice.send(`PATCH /api/tasks/${String(done['id'])}`, { json: { status: 'done' } });
    await alice.send(`DELETE /api/tasks/${String(away['id'])}`);
    expect(await titles('kaleidoscope')).toEqual(['Kaleidoscope done']);
    const all = await search({ q: 'kaleidoscope', trash: 'true' });
    expect(all.hits.map(({ task }) => task.trashedAt === null)).toEqual([false, true]);
  });

  test('finds by comments and labels, each word where it likes', async () => {
    const [taskId, labelId, commentId] = [randomUUID(), randomUUID(), randomUUID()];
    await push([
      { kind: 'label', id: labelId, create: { name: 'Quixotic plans' } },
      { kind: 'task', id: taskId, create: { title: 'Windmill', labels: { [labelId]: true } } },
      { kind: 'comment', id: commentId, create: { taskId, text: 'Ask Sancho first' } },
    ]);
    expect((await search({ q: 'quixotic' })).hits).toMatchObject([
      { kind: 'labels', excerpt: { text: 'Quixotic plans' }, task: { id: taskId } },
    ]);
    expect((await search({ q: 'sancho' })).hits).toMatchObject([
      { kind: 'comments', excerpt: { text: 'Ask Sancho first' } },
    ]);
    expect(await titles('sancho windm quix')).toEqual(['Windmill']);
    await push([
      { kind: 'label', id: labelId, group: 'name', value: { name: 'Dull' }, base: null },
      {
        kind: 'comment',
        id: commentId,
        group: 'trash',
        value: { trashedAt: isoNow() },
        base: null,
      },
    ]);
    expect(await titles('quixotic')).toEqual([]);
    expect(await titles('dull')).toEqual(['Windmill']);
    expect(await titles('sancho')).toEqual([]);
  });

  test('is as new as the last commit, whatever the index knows', async () => {
    const task = await addTask({ title: 'Ephemeral one' });
    expect(await titles('ephemeral')).toEqual(['Ephemeral one']);
    await alice.send(`PATCH /api/tasks/${String(task['id'])}`, { json: { title: 'Lasting one' } });
    expect(await titles('ephemeral')).toEqual([]);
    expect(await titles('lasting')).toEqual(['Lasting one']);
    await viewed();
    expect(await titles('lasting')).toEqual(['Lasting one']);
  });

  test('[R7] what was purged is found no more, and its words are gone from the index', async () => {
    const { id } = await addTask({ title: 'Xylophone secret' });
    expect(await titles('xylophone')).toHaveLength(1);
    await viewed();
    await titles('xylophone');
    await alice.send(`DELETE /api/tasks/${String(id)}`);
    await alice.send(`POST /api/workspaces/${workspaceId}/purge`, { json: { documentIds: [id] } });
    const epoch = (await server.storage.directory.workspaceById(workspaceId))?.epoch ?? '';
    const space = { workspaceId, epoch };
    const rows = await server.storage.searchIndex.readRows({ ...space, taskIds: [String(id)] });
    expect(rows.flatMap(({ words }) => words)).toEqual([]);
    expect((await search({ q: 'xylophone', trash: 'true' })).hits).toEqual([]);
  });

  test('pages hold what was asked for, and together everything once', async () => {
    for (let at = 0; at < 7; at += 1) await addTask({ title: `Paged ${at}` });
    const found: string[] = [];
    const sizes: number[] = [];
    for (let before: string | null = ''; before !== null; ) {
      const page: ServerSearchAnswer = await search({
        q: 'paged',
        limit: '3',
        ...(before === '' ? {} : { before }),
      });
      found.push(...page.hits.map(({ task }) => task.title));
      sizes.push(page.hits.length);
      before = page.next;
    }
    expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `Paged ${at}`));
    expect(sizes).toEqual([3, 3, 1]);
  });

  test('signs are no operators and no patterns', async () => {
    expect(await titles('.* first')).toEqual(['The first task']);
    expect(await titles('fir.t')).toEqual([]);
    expect(await titles('first OR nothing')).toEqual([]);
    expect(await titles('-first')).toEqual(['The first task']);
  });

  test('refuses what is no question', async () => {
    const refused = async (query: Record<string, string>) =>
      (await alice.send(searchLine(query))).body;
    const invalid = (pointer: string, code?: string) => ({
      type: 'urn:taskflow:problem:query_invalid',
      status: 400,
      errors: [{ pointer, ...(code === undefined ? {} : { code }) }],
    });
    expect(await refused({})).toMatchObject(invalid('/q'));
    expect(await refused({ q: '' })).toMatchObject(invalid('/q'));
    expect(await refused({ q: ' ?! ' })).toMatchObject(invalid('/q', 'no_words'));
    expect(await refused({ q: 'a'.repeat(201) })).toMatchObject(invalid('/q'));
    const many = Array.from({ length: 17 }, (_, at) => `w${at}`).join(' ');
    expect(await refused({ q: many })).toMatchObject(invalid('/q', 'too_many_words'));
    for (const limit of ['0', '51', '-1', 'x', '1e1', '']) {
      expect(await refused({ q: 'first', limit })).toMatchObject(invalid('/limit'));
    }
    expect(await refused({ q: 'first', before: 'x' })).toMatchObject(invalid('/before'));
    expect(await refused({ q: 'first', trash: 'yes' })).toMatchObject(invalid('/trash'));
    expect(await refused({ q: 'first', regex: '1' })).toMatchObject(invalid('/regex'));
    const twice = await alice.send(`${searchLine({ q: 'first' })}&q=other`);
    expect(twice.body).toMatchObject(invalid('/q', 'duplicate'));
  });

  test('strangers get the same as for a workspace that does not exist, and nobody without a session anything', async () => {
    const [strange, unknown, noId] = await Promise.all([
      bob.send(searchLine({ q: 'first' })),
      alice.send(searchLine({ q: 'first' }, randomUUID())),
      alice.send(searchLine({ q: 'first' }, 'x')),
    ]);
    for (const { status, body } of [strange, unknown, noId]) {
      expect([status, body['code']]).toEqual([404, 'workspace_unknown']);
    }
    const nobody = await fetch(server.url + searchLine({ q: 'first' }).slice('GET '.length));
    expect([nobody.status, nobody.headers.get('content-type')]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  test('a search counts as a request of the person', async () => {
    const limited = await startTestServer({ RATE_USER: '2' });
    const carol = await limited.person('Carol');
    const { body } = await carol.send('POST /api/tasks', { json: { title: 'One' } });
    const line = searchLine({ q: 'one' }, String(body['workspaceId']));
    expect((await carol.send(line)).status).toBe(200);
    const { status, headers } = await carol.send(line);
    expect([status, headers.get('retry-after')]).toEqual([429, expect.any(String)]);
    await limited.close();
  });
});

/** Resolves when the view, from which the index is made, holds all that was committed. */
async function viewed(): Promise<void> {
  const { changeLog, documentView } = server.storage;
  const head = (await changeLog.heads({ workspaceIds: [workspaceId] })).get(workspaceId)?.seq;
  await expect.poll(async () => (await documentView.state(workspaceId)).applied).toBe(head);
}

function isoNow(): string {
  return new Date(server.clock.nowMs).toISOString();
}
