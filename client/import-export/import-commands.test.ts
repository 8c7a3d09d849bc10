import { afterEach, describe, expect, test } from 'vitest';
import type { OpenedAppStore } from '#client/store/open-app-store.ts';
import { createDevice } from '#client/store/testing/device.ts';
import { openApp, rowsOf } from '#client/store/testing/open-app.ts';
import { exportCsvFile, exportJsonFiles } from './export-files.ts';
import { createImportCommands } from './import-commands.ts';

/** 300 tasks in a section, every third one a subtask, with one label; and a row that cannot be read. */
const rows = Array.from({ length: 300 }, (_, at) => {
  return `task,"Row ${at}, of the garden @garden",,4,${(at % 3) + 1 === 3 ? 2 : 1}`;
});
const header = 'TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT';
const text = [header, 'section,Beds,,,', 'task,=SUM(B2),,4,1', 'odd,Broken,,4,1', ...rows].join(
  '\n',
);
const backup = new File([text], 'Life.csv');

const opened: OpenedAppStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** A device with nothing on it. */
async function openStore(seed = 1) {
  const device = createDevice(seed);
  const store = await openApp(device, await device.openTab());
  opened.push(store);
  return { store, commands: createImportCommands(store) };
}

const openTasks = { kind: 'task', selector: { trashedAt: null } };

describe('importing on a device', () => {
  test('the preview writes nothing; the import is on disk batch by batch and tells how far it is', async () => {
    const { store, commands } = await openStore();
    const { effect, plans } = await commands.read([backup]);
    expect(effect.counts).toMatchObject({ newTasks: 301, newProjects: 1, newLabels: 1, here: 0 });
    expect(plans[0]?.counts.errors).toBe(1);
    expect(await rowsOf(store)).toHaveLength(0);

    const told: number[] = [];
    await commands.run(effect, ({ done }) => void told.push(done));
    expect(told).toEqual([0, 250, 303]);
    expect(await rowsOf(store)).toHaveLength(301);
  });

  test('[R8] importing the same file again finds everything here', async () => {
    const { commands } = await openStore();
    await commands.run((await commands.read([backup])).effect, () => undefined);
    const again = await commands.read([backup]);
    expect(again.effect).toMatchObject({ creations: [], settings: [], counts: { here: 302 } });
  });

  test('[R8] what was edited since the import is not set back by importing the file again (B9)', async () => {
    const { store, commands } = await openStore();
    const { effect } = await commands.read([backup]);
    await commands.run(effect, () => undefined);
    const [task] = await rowsOf(store);
    const id = task?.id ?? '';
    const edit = { kind: 'task', id, group: 'title', value: { title: 'Edited since' }, base: null };
    await store.commit({ label: 'task.rename', changes: [edit] });
    const before = await rowsOf(store);

    await commands.run((await commands.read([backup])).effect, () => undefined);
    // As on a device that had not heard of the first import: all of it is created once more.
    await commands.run(effect, () => undefined);

    expect(await rowsOf(store)).toEqual(before);
    expect(store.current(id)).toMatchObject({ title: 'Edited since' });
  });

  test('undo import trashes all of it, importing again brings it back', async () => {
    const { store, commands } = await openStore();
    const { effect } = await commands.read([backup]);
    await commands.run(effect, () => undefined);
    await commands.undo(effect, () => undefined);
    expect(await rowsOf(store, openTasks)).toHaveLength(0);
    const again = await commands.read([backup]);
    expect(again.effect.counts.back).toBe(303);
    await commands.run(again.effect, () => undefined);
    expect(await rowsOf(store, openTasks)).toHaveLength(301);
  });

  test('the ordinary undo takes a whole import as one step', async () => {
    const { store, commands } = await openStore();
    await commands.run((await commands.read([backup])).effect, () => undefined);
    expect(await store.undo()).toMatchObject({ name: 'undone', label: 'import' });
    expect(await rowsOf(store, openTasks)).toHaveLength(0);
  });

  test('tasks get the label that is here under the same name', async () => {
    const { store, commands } = await openStore();
    const id = store.newId();
    await store.commit({
      label: 'other',
      changes: [{ kind: 'label', id, create: { name: 'Phone' } }],
    });
    const file = new File(['TYPE,CONTENT\ntask,Call Ana @phone'], 'Calls.csv');
    await commands.run((await commands.read([file])).effect, () => undefined);
    const [task] = await rowsOf(store);
    expect(task?.['labels']).toEqual({ [id]: true });
  });

  test('[R8] a calendar is read into tasks with their day, zone and rule, and once', async () => {
    const { store, commands } = await openStore();
    const text = [
      'BEGIN:VCALENDAR',
      'X-WR-CALNAME:Choir',
      'BEGIN:VEVENT',
      'UID:practice',
      'SUMMARY:Practice',
      'DTSTART;TZID=Europe/Berlin:20990106T193000',
      'RRULE:FREQ=WEEKLY',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const file = new File([text], 'choir.ics', { type: 'text/calendar' });
    const { effect } = await commands.read([file]);
    expect(effect.counts).toMatchObject({ newTasks: 1, newProjects: 1 });
    await commands.run(effect, () => undefined);
    expect(await rowsOf(store)).toMatchObject([
      {
        title: 'Practice',
        dueDate: '2099-01-06',
        dueTime: '19:30',
        timeZone: 'Europe/Berlin',
        recurrence: { rule: 'FREQ=WEEKLY', basis: 'due' },
      },
    ]);
    expect((await commands.read([file])).effect.creations).toEqual([]);
    await commands.undo(effect, () => undefined);
    expect(await rowsOf(store, openTasks)).toEqual([]);
  });

  test('a file that cannot be read stops only itself', async () => {
    const { commands } = await openStore();
    const broken = new File(['TYPE,CONTENT\ntask,"open'], 'Broken.csv');
    const { failures, plans } = await commands.read([broken, backup]);
    expect(failures).toEqual([{ code: 'quote_unclosed', fileName: 'Broken.csv', line: 2 }]);
    expect(plans).toHaveLength(1);
  });
});

describe('exporting from a device', () => {
  test('the JSON holds what was not sent yet, and another device takes all of it', async () => {
    const { store, commands } = await openStore();
    await commands.run((await commands.read([backup])).effect, () => undefined);
    const [file] = await exportJsonFiles(store);
    const other = await openStore(2);
    const { effect, plans } = await other.commands.read([
      new File([file?.text ?? ''], 'copy.json'),
    ]);
    expect(plans[0]?.rows).toEqual([]);
    await other.commands.run(effect, () => undefined);
    expect(await rowsOf(other.store)).toHaveLength(301);
    const [copy] = await exportJsonFiles(other.store);
    const titles = (text: string | undefined) => text?.match(/"title":"(?:[^"\\]|\\.)*"/g);
    expect(titles(copy?.text)).toEqual(titles(file?.text));
  });

  test('an export asked for as soon as the app opens holds tasks closed long ago', async () => {
    const device = createDevice(1);
    const first = await openApp(device, await device.openTab());
    const create = { title: 'Old', status: 'done', completedAt: '2020-01-01T00:00:00.000Z' };
    await first.commit({
      label: 'task.add',
      changes: [{ kind: 'task', id: first.newId(), create }],
    });
    await first.close();

    const store = await openApp(device, await device.openTab());
    opened.push(store);
    expect((await exportJsonFiles(store))[0]?.text).toContain('"title":"Old"');
  });

  test('the table guards formulas', async () => {
    const { store, commands } = await openStore();
    await commands.run((await commands.read([backup])).effect, () => undefined);
    expect((await exportCsvFile(store)).text).toContain("'=SUM(B2)");
  });
});
