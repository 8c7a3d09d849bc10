import { decodeBody } from '#server/sync/log-entry';
import { readFinal } from './read-disk.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/** Reads the end state of everything, then closes it. */
export async function finishWorld(world: World): Promise<void> {
  const { history } = world.recorder;
  await applyView(world);
  noteSecondCreations(world);
  history.logs.set(world.epoch, [...world.storage.logOf(world.workspaceId)]);
  const everything = { afterSeq: 0, afterId: undefined, limit: 1e6, maxBytes: 1e9 };
  const view = await world.storage.documentView.state(world.workspaceId);
  const rows = await world.storage.documentView.scan({
    workspaceId: world.workspaceId,
    upTo: view.applied,
    ...everything,
  });
  const documents = rows.map(({ json }) => JSON.parse(json));
  for (const { kind, id } of rows)
    if (kind === 'conflict') world.recorder.note('conflict kept', id);
  history.server = { epoch: world.epoch, view: { ...view, documents } };
  for (const device of world.devices) {
    if (!device.isGone) await readDevice(world, device);
    device.close();
  }
}

/** Whoever committed last may have died before the view: any replica must be able to bring it up to the log. */
async function applyView(world: World): Promise<void> {
  const applied = world.cluster.pick(0).sync.applier.applyAll(world.workspaceId);
  applied.catch((error: unknown) => world.recorder.note('view.failed', String(error)));
  await world.time.advance(5_000);
}

function noteSecondCreations(world: World): void {
  for (const entry of world.storage.logOf(world.workspaceId)) {
    const changes = decodeBody(entry).batches.flatMap((batch) => batch.changes);
    for (const change of changes) {
      if ('created' in change && !change.created) world.recorder.note('created again', change.id);
    }
  }
}

async function readDevice(world: World, device: SimulatedDevice): Promise<void> {
  const store = device.tabs[0]?.store;
  if (store === undefined) return world.recorder.surprise(`${device.name} has no tab`);
  const end = await readFinal(store, { device: device.name, userId: device.userId });
  const { history } = world.recorder;
  const { devices, paused } = history;
  const isFormer = device.userId === world.people.bob && history.counts.has('removed');
  const ends = isFormer && end.epoch === undefined ? paused : devices;
  ends.push(end);
  for (const tab of device.tabs) {
    const documents = [...(await world.time.track(tab.look())).values()];
    history.screens.push({ device: device.name, tab: tab.name, documents });
  }
  world.recorder.note('end', `${device.name} ${end.epoch ?? ''}/${end.wholeSeq} ${end.hash}`);
}
