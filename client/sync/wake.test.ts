import { expect, onTestFinished, test } from 'vitest';
import { ReferenceServer } from './testing/reference-server.ts';
import { TestDevice } from './testing/test-device.ts';
import { createVirtualTime } from './testing/virtual-time.ts';

const workspaceId = '3d1f6c1e-0000-4000-8000-000000000007';

/** A device whose next attempt is far away: it has failed for long, and by bad luck each wait is as long as it can be. */
async function openWaitingDevice() {
  const time = createVirtualTime();
  const server = new ReferenceServer(workspaceId);
  const device = await TestDevice.open({ server, userId: 'alice', time, random: () => 0.999 });
  onTestFinished(() => device.close());
  device.start();
  await time.advance(1_000);
  device.network.setSocketUp(false);
  device.network.script.request = () => 'lost';
  await device.add('Written meanwhile');
  await time.advance(300_000);
  // Right after an attempt.
  const pushes = () => device.network.asked.filter((kind) => kind === 'push').length;
  const before = pushes();
  while (pushes() === before) await time.advance(100);
  await time.advance(6_000);
  device.network.script.request = () => 'arrives';
  return { time, device, sent: () => server.committedStamps().length };
}

test('a device whose retry is half a minute away sends within a second of a hint: network back, page looked at, or asked', async () => {
  const { time, device, sent } = await openWaitingDevice();
  device.syncNow();
  await time.advance(1_000);
  expect(sent()).toBe(1);
});

test('a device whose retry is half a minute away sends within a second of its socket connecting', async () => {
  const { time, device, sent } = await openWaitingDevice();
  device.network.setSocketUp(true);
  await time.advance(1_000);
  expect(sent()).toBe(1);
});

test('without any of these it waits', async () => {
  const { time, sent } = await openWaitingDevice();
  await time.advance(1_000);
  expect(sent()).toBe(0);
});
