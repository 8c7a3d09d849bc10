import { describe, expect, it } from 'vitest';
import { adoptGuest } from './adopt-guest.ts';
import { countGuestChanges, exampleLabels, isNewDevice } from './guest-examples.ts';
import { findGuests, guestOwner } from './guest.ts';
import type { LocalDatabase } from './local-database.ts';
import { alice, createDevice, home, newTask, rename, taskId } from './testing/device.ts';

const example = taskId(1);

async function guestWithExamples() {
  const device = createDevice();
  const owner = await guestOwner(device, device.random);
  const tab = await device.openTab(owner);
  await tab.commitBatches([{ label: exampleLabels.add, changes: [newTask(example, 'Tick me')] }]);
  return { device, owner, tab };
}

async function labelsIn(database: LocalDatabase) {
  const rows = await database.tables.outbox.orderBy('position').toArray();
  return rows.map(({ n, batch }) => `${n} ${batch.label}`);
}

describe('[R12] examples that a guest was given', () => {
  it('are not counted as changes of the person while nobody touched them', async () => {
    const { device, tab } = await guestWithExamples();
    expect(await countGuestChanges(device)).toBe(0);
    await tab.commitBatches([{ label: 'task.rename', changes: [rename(example, 'Ticked')] }]);
    expect(await countGuestChanges(device)).toBe(2);
  });

  it('go along into a new account, under the numbers they had', async () => {
    const { device, owner } = await guestWithExamples();
    const account = await device.openTab();
    expect(await adoptGuest(device, { guest: owner, account })).toBe(1);
    expect(await labelsIn(account)).toEqual(['1 seed.add']);
  });

  it('stay out of an account that has data, and leave no gap in its numbers', async () => {
    const { device, owner, tab } = await guestWithExamples();
    await tab.commitBatches([{ label: 'task.add', changes: [newTask(taskId(2), 'Mine')] }]);
    const account = await device.openTab();
    const parts = { guest: owner, account, leavesExamples: true };
    expect(await adoptGuest(device, parts)).toBe(1);
    expect(await labelsIn(account)).toEqual(['1 task.add']);
    expect((await account.readMeta()).nextN).toBe(2);
    expect(await findGuests(device)).toEqual([]);
  });

  it('stay out also when the guest had removed them', async () => {
    const { device, owner, tab } = await guestWithExamples();
    const trash = {
      kind: 'task',
      id: example,
      group: 'trash',
      value: { trashedAt: null },
      base: null,
    };
    await tab.commitBatches([{ label: exampleLabels.remove, changes: [trash] }]);
    const account = await device.openTab();
    expect(await adoptGuest(device, { guest: owner, account, leavesExamples: true })).toBe(0);
  });

  it('come along whole when one of them was touched, or got a task of the person', async () => {
    const { device, owner, tab } = await guestWithExamples();
    const create = { title: 'Mine', parentId: example };
    const mine = { kind: 'task', id: taskId(2), create };
    await tab.commitBatches([{ label: 'task.add', changes: [mine] }]);
    const account = await device.openTab();
    expect(await adoptGuest(device, { guest: owner, account, leavesExamples: true })).toBe(2);
    expect(await labelsIn(account)).toEqual(['1 seed.add', '2 task.add']);
  });
});

describe('a device is new', () => {
  it('while a guest has written nothing, and there is no other database', async () => {
    const device = createDevice();
    const owner = await guestOwner(device, device.random);
    const tab = await device.openTab(owner);
    expect(await isNewDevice(device, owner)).toBe(true);
    await tab.commitBatches([{ label: 'task.add', changes: [newTask(example, 'Mine')] }]);
    expect(await isNewDevice(device, owner)).toBe(false);
  });

  it('not where an account is, or was kept at sign-out', async () => {
    const device = createDevice();
    await device.openTab();
    const owner = await guestOwner(device, device.random);
    await device.openTab(owner);
    expect(await isNewDevice(device, owner)).toBe(false);
    expect(await isNewDevice(device, { userId: alice, workspaceId: home })).toBe(false);
  });
});
