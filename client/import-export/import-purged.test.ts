import { afterEach, expect, test } from 'vitest';
import type { OpenedAppStore } from '#client/store/open-app-store.ts';
import { createDevice, home, positionOf } from '#client/store/testing/device.ts';
import { openApp, rowsOf } from '#client/store/testing/open-app.ts';
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
