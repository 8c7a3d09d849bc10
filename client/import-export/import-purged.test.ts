import { afterEach, expect, test } from 'vitest';
import type { StoredForm } from '#shared/kind-definition';
import type { LocalDatabase } from '#client/store/local-database.ts';
import type { OpenedAppStore } from '#client/store/open-app-store.ts';
import { createDevice, home, positionOf } from '#client/store/testing/device.ts';
import { openApp, rowsOf } from '#client/store/testing/open-app.ts';
import { exportJsonFiles } from './export-files.ts';
import { createImportCommands } from './import-commands.ts';

const opened: OpenedAppStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

test('[R8] a file whose tasks were purged meanwhile is not promised as new and then imported into nothing', async () => {
  const device = createDevice();
  const database = await device.openTab();
  const store = await openApp(device, database);
  opened.push(store);
  const commands = createImportCommands(store);
  const file = new File(['TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT\ntask,Milk,,4,1'], 'Life.csv');
  const { effect } = await commands.read([file]);
  const { id = '', kind = '' } = effect.creations.at(-1) ?? {};
  const asked = await positionOf(database);
  const documents = [{ kind, id, workspaceId: home, seq: 1, purged: true as const }];
  const answer = {
    epoch: 'e',
    documents,
    next: '1',
    done: true as const,
    head: 1,
    hash: '0000000000000000',
    lastN: 0,
    refused: [],
  };
  expect(await database.applyPage({ asked, answer })).toBe('applied');
  const again = await commands.read([file]);
  await commands.run(again.effect, () => undefined);
  expect(await rowsOf(store)).toHaveLength(again.effect.counts.newTasks);
});

/** Everything of this device is settled, and these documents are purged: their tombstones count nothing in the hash. */
async function pullPurge(database: LocalDatabase, store: OpenedAppStore, ids: string[]) {
  const { nextN } = await database.readMeta();
  const asked = await positionOf(database);
  const seq = asked.wholeSeq + 1;
  const documents = ids.map((id): StoredForm => {
    const kind = store.current(id)?.kind ?? 'task';
    return { kind, id, workspaceId: home, seq, purged: true };
  });
  const end = { next: String(seq), done: true as const, head: seq, hash: '0000000000000000' };
  const answer = { epoch: 'e', documents, ...end, lastN: nextN - 1, refused: [] };
  expect(await database.applyPage({ asked, answer })).toBe('applied');
  await store.check();
}

async function setUp() {
  const device = createDevice();
  const database = await device.openTab();
  const store = await openApp(device, database);
  opened.push(store);
  return { database, store, commands: createImportCommands(store) };
}

const backup = [
  'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT',
  'section,Shop,,,',
  'task,Groceries @errands,,4,1',
  'task,Milk @errands,,4,2',
].join('\n');

test('[R8] what was exported comes back from the file after the trash was emptied, once, with all that belongs together', async () => {
  const { database, store, commands } = await setUp();
  const nothing = () => undefined;
  await commands.run((await commands.read([new File([backup], 'Life.csv')])).effect, nothing);
  const [exported] = await exportJsonFiles(store);
  const file = new File([exported?.text ?? ''], 'taskflow.json');
  const everything = async () => [
    ...(await rowsOf(store, { kind: 'project' })),
    ...(await rowsOf(store, { kind: 'label' })),
    ...(await rowsOf(store, { kind: 'task' })),
  ];
  const before = await everything();

  for (const time of ['first', 'second']) {
    await pullPurge(
      database,
      store,
      (await everything()).map(({ id }) => id),
    );
    expect([time, await everything()]).toEqual([time, []]);
    const { effect } = await commands.read([file]);
    expect(effect.counts).toMatchObject({ newTasks: 2, newProjects: 1, newLabels: 1, here: 0 });
    await commands.run(effect, nothing);

    const [project, label, ...tasks] = await everything();
    expect(project?.['sections']).toEqual(before[0]?.['sections']);
    const groceries = tasks.find(({ title }) => title === 'Groceries');
    const milk = tasks.find(({ title }) => title === 'Milk');
    expect(groceries).toMatchObject({ projectId: project?.id, parentId: null });
    expect(milk).toMatchObject({ projectId: project?.id, parentId: groceries?.id });
    expect(Object.keys(project?.['sections'] ?? {})).toContain(milk?.['sectionId']);
    for (const { labels } of tasks) expect(labels).toEqual({ [label?.id ?? '']: true });

    const again = (await commands.read([file])).effect;
    expect(again).toMatchObject({ creations: [], settings: [], counts: { here: 4 } });
  }
});
