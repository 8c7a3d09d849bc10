import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/start-test-server';
import type { TestPerson } from '#server/testing/test-person';
import { type ImportRun, runImport, runUndo } from './run-import.ts';
import { connectServer } from './server-link.ts';

const backup = 'scripts/fixtures/todoist-backup.csv';

describe('importing through a running server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  /** What one run of the command says, with every question answered by `answer`. */
  async function runAs(
    person: TestPerson,
    of: { files?: string[]; undo?: string; isDryRun?: boolean; answer?: boolean },
  ) {
    const { email, password } = person;
    const link = await connectServer({ server: server.url, email, password });
    const [workspace] = await link.workspaces();
    const action = of.undo ?? randomUUID();
    const lines: string[] = [];
    const run: ImportRun = {
      args: {
        files: of.files ?? [],
        email,
        server: server.url,
        workspaceId: undefined,
        passwordFromStdin: true,
        isDryRun: of.isDryRun ?? false,
        isConfirmed: false,
        undo: of.undo,
      },
      link,
      workspaceId: workspace?.id ?? '',
      action,
      now: Date.now,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      print: (line) => void lines.push(line),
      showProgress: () => undefined,
      ask: async () => of.answer ?? true,
    };
    const code = await (of.undo === undefined ? runImport(run) : runUndo(run));
    return { code, action, output: lines.join('\n') };
  }

  async function openTasks(person: TestPerson): Promise<string[]> {
    const { body } = await person.send('GET /api/tasks?limit=500');
    return (body['tasks'] as { title: string }[]).map(({ title }) => title);
  }

  test('a dry run, or the answer no, shows every broken row with its line and changes nothing', async () => {
    const alice = await server.person('Alice');
    for (const answer of [{ isDryRun: true }, { answer: false }]) {
      const { code, output } = await runAs(alice, { files: [backup], ...answer });
      expect(code).toBe(1);
      expect(output).toContain('New: 264 tasks, 1 project, 14 labels.');
      expect(output).toContain('todoist-backup.csv:48  The priority is not 1, 2, 3 or 4');
      expect(await openTasks(alice)).toEqual([]);
    }
  });

  test('[R8] a second import makes no duplicates, undo takes all of it back, a third brings it back', async () => {
    const bob = await server.person('Bob');
    const first = await runAs(bob, { files: [backup] });
    expect(first.output).toContain('264 tasks imported');
    expect(await openTasks(bob)).toHaveLength(264);

    const second = await runAs(bob, { files: [backup] });
    expect(second.output).toContain('There is nothing new in these files.');
    expect(await openTasks(bob)).toHaveLength(264);
    expect((await runAs(bob, { undo: second.action })).code).toBe(1);

    expect((await runAs(bob, { undo: first.action })).code).toBe(0);
    expect(await openTasks(bob)).toEqual([]);

    const third = await runAs(bob, { files: [backup] });
    expect(third.output).toContain('279 come back from the trash.');
    expect(await openTasks(bob)).toHaveLength(264);
    expect((await runAs(bob, { undo: third.action })).code).toBe(0);
    expect(await openTasks(bob)).toEqual([]);
  });

  test('[R8] what was purged after an import is made again by the next one, and only once', async () => {
    const dora = await server.person('Dora');
    const first = await runAs(dora, { files: [backup] });
    expect((await runAs(dora, { undo: first.action })).code).toBe(0);
    const { email, password } = dora;
    const link = await connectServer({ server: server.url, email, password });
    const [workspace] = await link.workspaces();
    const workspaceId = workspace?.id ?? '';
    const { documents } = await link.pullAll({ workspaceId, deviceId: 'lookinghow' });
    const documentIds = [...documents.values()]
      .filter(({ trashedAt }) => typeof trashedAt === 'string')
      .map(({ id }) => id);
    const path = `/api/workspaces/${workspaceId}/purge`;
    const { body } = await dora.send(`POST ${path}`, { json: { documentIds } });
    expect(body['purged']).toHaveLength(279);

    const second = await runAs(dora, { files: [backup] });
    expect(second.output).toContain('New: 264 tasks, 1 project, 14 labels.');
    expect(await openTasks(dora)).toHaveLength(264);
    const third = await runAs(dora, { files: [backup] });
    expect(third.output).toContain('There is nothing new in these files.');
    expect(await openTasks(dora)).toHaveLength(264);
  });

  test('a calendar becomes tasks; what is left out and what changes is said', async () => {
    const erin = await server.person('Erin');
    const files = ['scripts/fixtures/calendars/google.ics'];
    const { code, output } = await runAs(erin, { files });
    expect(code).toBe(0);
    expect(output).toContain('google.ics: 4 tasks\n  2 events that are over are left out.');
    expect(output).toMatch(/google\.ics:26 .+\[exceptions_left_out\]: Stand-up: 2026-11-30, /);
    expect((await openTasks(erin)).toSorted()).toEqual([
      'Dentist',
      'Stand-up',
      'Stand-up in the afternoon',
      'Trip to the sea',
    ]);
    expect((await runAs(erin, { files })).output).toContain('nothing new');
  });

  test('a file that cannot be read at all stops only itself', async () => {
    const carol = await server.person('Carol');
    const { code, output } = await runAs(carol, { files: ['package.json', backup] });
    expect(code).toBe(1);
    expect(output).toContain('package.json: This is neither a Todoist backup (CSV)');
    expect(await openTasks(carol)).toHaveLength(264);
  });
});
