import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChaosRecord, openChaosRecord } from './chaos-record.ts';
import { HeadlessDevice } from './headless-device.ts';

const alice = {
  name: 'alice',
  email: 'alice@example.com',
  password: 'a long pass phrase',
  userId: '00000000-0000-4000-8000-00000000000a',
  personalWorkspaceId: '5e1ec7ed-0000-4000-8000-000000000001',
};

let folder = '';
let record: ChaosRecord;
let device: HeadlessDevice;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskflow-cast-'));
  record = openChaosRecord({ seed: 1, folder, print: () => undefined });
  const workspaceId = alice.personalWorkspaceId;
  const url = 'http://127.0.0.1:1';
  device = new HeadlessDevice({ name: 'phone', person: alice, workspaceId, url, seed: 1, record });
  device.setOnline(false);
  await device.openTab();
});
afterEach(async () => {
  device.close();
  await record.close();
  rmSync(folder, { recursive: true });
});

/** Stamps of all batches that a device holds. */
async function stampsOf({ tabs }: HeadlessDevice): Promise<string[]> {
  const rows = (await tabs[0]?.store.tables.outbox.toArray()) ?? [];
  return rows.map(({ batch }) => batch.stamp);
}

test('[R3] a tab killed while it commits leaves the whole batch or nothing, and all that was told as safe', async () => {
  for (let kill = 1; kill <= 40; kill += 1) {
    await device.edit();
    await device.crash();
  }
  const { made, ownReads, counts } = record.recorder.history;
  const told = made.map(({ batch }) => batch.stamp);
  expect((await stampsOf(device)).toSorted()).toEqual(told.toSorted());
  expect(told.length).toBeGreaterThanOrEqual(40);
  expect(counts.get('killed before disk')).toBeGreaterThan(0);
  expect(ownReads.every(({ isShown }) => isShown)).toBe(true);
});

test('[R3] a copied profile holds the same outbox under the same numbers', async () => {
  await device.edit();
  await device.edit();
  const copy = await device.copyProfile('copy');
  try {
    expect(await stampsOf(copy)).toEqual(await stampsOf(device));
    const [own, copied] = [device, copy].map(({ tabs }) => tabs[0]?.store.readMeta());
    expect((await copied)?.deviceId).toBe((await own)?.deviceId);
  } finally {
    copy.close();
  }
});
