import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { formatStamp, serverDeviceId } from '#shared/stamp';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { decodeBody } from './log-entry.ts';
import {
  makeWorkspace,
  readLog,
  startReplica,
  type TestReplica,
  testNowMs,
} from './testing/start-replica.ts';
import { newTask, newTitle, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
const eve = '66666666-6666-4666-8666-666666666666';
let storage: Storage;
let close: () => Promise<void>;
let one: TestReplica;
let two: TestReplica;
let workspaceId: string;
let device: ReturnType<typeof testDevice>;

beforeAll(async () => {
  ({ storage, close } = await openTestStorage());
});

beforeEach(async () => {
  one = startReplica(storage);
  two = startReplica(storage);
  workspaceId = await makeWorkspace(
    { storage, replica: one },
    { [alice]: 'admin', [bob]: 'member' },
  );
  device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
});

afterAll(async () => {
  await close();
});

async function bodies() {
  return (await readLog(storage, workspaceId)).map(decodeBody);
}

/** Outcomes of a device in the log, by n. */
async function outcomesOf(deviceId: string) {
  const batches = (await bodies()).flatMap((body) => body.batches);
  return batches
    .filter((batch) => batch.deviceId === deviceId)
    .map(({ n, outcome }) => [n, outcome]);
}

describe('[R3] once', () => {
  test('[R3] a batch sent twice is committed once', async () => {
    const batch = device.batch(newTask('milk'));
    const first = await device.push(one, batch);
    const again = await device.push(one, batch);
    const elsewhere = await device.push(two, batch);
    expect(first.results).toEqual([{ n: 1, outcome: 'committed', seq: 2 }]);
    expect(again.results).toEqual([{ n: 1, outcome: 'committed', seq: 2, repeated: true }]);
    expect(elsewhere.results).toEqual(again.results);
    expect(await outcomesOf(device.deviceId)).toEqual([[1, 'committed']]);
  });

  test('[R3] a batch sent twice at once, to two replicas, is committed once', async () => {
    const batch = device.batch(newTask('milk'));
    const answers = await Promise.all([
      device.push(one, batch),
      device.push(two, batch),
      device.push(one, batch),
    ]);
    expect(answers.map(({ results }) => results[0]?.seq)).toEqual([2, 2, 2]);
    expect(await outcomesOf(device.deviceId)).toEqual([[1, 'committed']]);
  });

  test('[R3] a gap is told only after reading the log', async () => {
    const [first, second] = [device.batch(newTask('a')), device.batch(newTask('b'))];
    await device.push(two, device.batch(newTask('c'))).catch(() => undefined);
    await one.sync.states.membership(workspaceId, alice);
    await device.push(two, first);
    const answer = await device.push(one, second);
    expect(answer.results).toMatchObject([{ n: 2, outcome: 'committed' }]);
    const later = { ...device.batch(newTask('d')), n: 9 };
    await expect(device.push(one, later)).rejects.toMatchObject({
      code: 'batch_gap',
      details: { members: { expected: 3 } },
    });
  });

  test('[R3] another batch under a used number is forked, with all behind it, and nothing of it is committed (B11)', async () => {
    await device.push(one, device.batch(newTask('original')), device.batch(newTask('original')));
    const copy = testDevice({ workspaceId, userId: alice, deviceId: device.deviceId, seed: 5 });
    const [, second, third] = [
      copy.batch(newTask('x')),
      copy.batch(newTask('y')),
      copy.batch(newTask('z')),
    ];
    if (second === undefined || third === undefined) throw new Error('impossible');
    const { results } = await copy.push(two, second, third);
    expect(results.map(({ n, outcome }) => [n, outcome])).toEqual([
      [2, 'forked'],
      [3, 'forked'],
    ]);
    expect(await outcomesOf(device.deviceId)).toHaveLength(2);
  });

  test('[R3] numbers older than the counters keep are looked up in the log', async () => {
    const first = device.batch(newTask('first'));
    await device.push(one, first);
    for (let push = 0; push < 3; push += 1) await device.push(one, device.batch(newTask('more')));
    expect((await device.push(two, first)).results).toMatchObject([
      { n: 1, outcome: 'committed', seq: 2, repeated: true },
    ]);
  });

  test('[R3] two REST calls at once on two replicas make two tasks', async () => {
    const call = (replica: TestReplica, title: string) =>
      replica.sync.commitForUser({ workspaceId, userId: alice, changes: [newTask(title)] });
    const answers = await Promise.all([
      call(one, 'a'),
      call(two, 'b'),
      call(one, 'c'),
      call(two, 'd'),
    ]);
    expect(answers.every(({ outcome, repeated }) => outcome === 'committed' && !repeated)).toBe(
      true,
    );
    const created = (await bodies())
      .flatMap(({ documents }) => documents)
      .map((one) => 'title' in one && one['title']);
    expect(
      created
        .filter(Boolean)
        .map(String)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  test('[R3] an Idempotency-Key used on two replicas at once commits once', async () => {
    const call = (replica: TestReplica, digest: string) =>
      replica.sync.commitForUser({
        workspaceId,
        userId: alice,
        changes: [newTask('once')],
        idempotency: { key: 'k', digest },
      });
    const answers = await Promise.all([call(one, 'd'), call(two, 'd')]);
    expect(answers.filter(({ repeated }) => repeated === true)).toHaveLength(1);
    await expect(call(two, 'other')).rejects.toMatchObject({ code: 'idempotency_conflict' });
  });

  test('a device id is bound to who used it first, and the server’s own is nobody’s', async () => {
    await device.push(one, device.batch(newTask('mine')));
    const theirs = testDevice({ workspaceId, userId: bob, deviceId: device.deviceId });
    await expect(theirs.push(two, theirs.batch(newTask('x')))).rejects.toMatchObject({
      code: 'device_taken',
    });
    const forged = testDevice({ workspaceId, userId: alice, deviceId: serverDeviceId });
    await expect(forged.push(one, forged.batch(newTask('x')))).rejects.toMatchObject({
      code: 'device_taken',
    });
  });
});

describe('[R4] every answered batch is in the log', () => {
  test('[R4] one that changed nothing, lost or was refused uses its number in the log', async () => {
    const task = newTask('milk');
    const refused = { ...device.batch(), changes: [{ kind: 'nothing', id: task.id, create: {} }] };
    await device.push(one, refused, device.batch(task), device.batch(task));
    const late = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000', seed: -5_000 });
    await late.push(one, late.batch(newTitle(task.id, 'lost', null)));
    expect(await outcomesOf(device.deviceId)).toEqual([
      [1, 'refused'],
      [2, 'committed'],
      [3, 'committed'],
    ]);
    const fresh = startReplica(storage);
    const next = await device.push(fresh, device.batch(newTask('next')));
    expect(next.results).toMatchObject([{ n: 4, outcome: 'committed' }]);
  });

  test('[R4] an edit that seems to change nothing is judged on the newest state', async () => {
    const task = newTask('X');
    await device.push(one, device.batch(task));
    await two.sync.states.membership(workspaceId, alice);
    const base = formatStamp({ ms: testNowMs - 1_000_000, counter: 1, deviceId: device.deviceId });
    await device.push(one, device.batch(newTitle(task.id, 'Y', base)));
    const back = device.batch(newTitle(task.id, 'X', stampOf(2)));
    await device.push(two, back);
    const { documents } = await one.pullAll({ workspaceId, userId: alice });
    expect(documents.find(({ id }) => id === task.id)).toMatchObject({ title: 'X' });
  });

  test('[R4] the log says of a create of an id that exists that it created nothing', async () => {
    const task = newTask('milk');
    await device.push(one, device.batch(task));
    await device.push(one, device.batch(task));
    const last = (await bodies()).at(-1);
    expect(last?.batches[0]?.changes).toEqual([{ kind: 'task', id: task.id, created: false }]);
    expect(last?.documents).toEqual([]);
  });

  test('[R4] a stranger gets the answer of an unknown workspace and leaves no trace', async () => {
    const stranger = testDevice({ workspaceId, userId: eve, deviceId: 'eve0000000' });
    await expect(stranger.push(one, stranger.batch(newTask('x')))).rejects.toMatchObject({
      code: 'workspace_unknown',
    });
    expect(await readLog(storage, workspaceId)).toHaveLength(1);
  });

  test('[R4] a bad batch among good ones refuses only itself, and says where', async () => {
    const bad = { ...device.batch(), changes: [newTask(''), newTask('b')] };
    const { results } = await device.push(one, bad, device.batch(newTask('good')));
    expect(results).toMatchObject([
      { n: 1, outcome: 'refused', code: 'invalid', pointer: '/changes/0/create/title' },
      { n: 2, outcome: 'committed' },
    ]);
  });

  test('[R13] a newer client waits for the server, an unreadable one is told', async () => {
    const newer = { ...device.batch(newTask('x')), v: 99 };
    await expect(device.push(one, newer)).rejects.toMatchObject({ code: 'busy' });
    const mixed = [device.batch(newTask('x')), device.batch(newTask('y'))].toReversed();
    await expect(device.push(one, ...mixed)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('[R9] rights', () => {
  const setRole = (replica: TestReplica, userId: string, role: string | null) => {
    const id = memberId({ workspaceId, userId });
    const change = { kind: 'member', id, group: 'role', value: { role }, base: null };
    return replica.sync.commitAsServer({ workspaceId, userId: alice, changes: [change] });
  };

  test('[R9] somebody removed through another replica cannot commit through a stale one (B14)', async () => {
    const theirs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    await theirs.push(two, theirs.batch(newTask('while a member')));
    const { seq } = await setRole(one, bob, null);
    await expect(theirs.push(two, theirs.batch(newTask('after')))).rejects.toMatchObject({
      code: 'membership_ended',
      details: { members: { seq } },
    });
    expect(await outcomesOf('bob0000000')).toHaveLength(1);
  });

  test('[R9] a stale replica knows of a removal and an invitation when it is asked', async () => {
    expect(await two.sync.states.membership(workspaceId, bob)).toMatchObject({ role: 'member' });
    await setRole(one, bob, null);
    expect(await two.sync.states.membership(workspaceId, bob)).toMatchObject({ role: null });
    await setRole(one, bob, 'viewer');
    expect(await two.sync.states.membership(workspaceId, bob)).toMatchObject({ role: 'viewer' });
  });

  test('[R9] a viewer’s batch is refused, and people never write members', async () => {
    await setRole(one, bob, 'viewer');
    const theirs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    expect((await theirs.push(two, theirs.batch(newTask('x')))).results).toMatchObject([
      { outcome: 'refused', code: 'forbidden', pointer: '/changes/0' },
    ]);
    const id = memberId({ workspaceId, userId: bob });
    const role = { kind: 'member', id, group: 'role', value: { role: 'admin' }, base: null };
    expect((await device.push(one, device.batch(role))).results).toMatchObject([
      { outcome: 'refused', code: 'forbidden' },
    ]);
  });

  test('[R9] an admin’s device names the workspace, a member’s does not, and no batch makes a workspace', async () => {
    const make = { kind: 'workspace', id: workspaceId, create: { name: 'Made' } };
    await one.sync.commitAsServer({ workspaceId, userId: alice, changes: [make] });
    await setRole(one, bob, 'member');
    const held = async () => {
      const { documents } = await two.pullAll({ workspaceId, userId: bob });
      return documents.find(({ id }) => id === workspaceId) as AnyDocument | undefined;
    };
    const base = (await held())?.stamps['*'] ?? null;
    const rename = (name: string) => {
      return { kind: 'workspace', id: workspaceId, group: 'name', value: { name }, base };
    };
    const bobs = testDevice({ workspaceId, userId: bob, deviceId: 'bob0000000' });
    expect((await bobs.push(one, bobs.batch(rename('By Bob')))).results).toMatchObject([
      { outcome: 'refused', code: 'forbidden' },
    ]);
    const renamed = await device.push(one, device.batch(rename('Work')), device.batch(make));
    expect(renamed.results).toMatchObject([
      { outcome: 'committed' },
      { outcome: 'refused', code: 'forbidden' },
    ]);
    expect(await held()).toMatchObject({ name: 'Work' });
  });
});

function stampOf(n: number): string {
  return formatStamp({ ms: testNowMs - 1_000_000, counter: n, deviceId: 'alice00000' });
}
