import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import { testIds } from '#shared/testing/build-task';
import type { Batch, Change } from '#shared/push-message';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { decodeBody } from './log-entry.ts';
import { type Fault, makeFaulty } from './testing/faulty-storage.ts';
import { makeWorkspace, readLog, startReplica, type TestReplica } from './testing/start-replica.ts';
import { newTask, newTitle, type TestDevice, testDevice } from './testing/test-device.ts';

const { alice, bob } = testIds;
const owners = [alice, alice, bob];
const faults = fc.constantFrom<Fault>('wrote-unknown', 'lost-unknown', 'late-unknown', 'full');

/** One thing that happens: a device acts, and its outbox is offered to a replica, perhaps twice, perhaps in vain. */
const steps = fc.record({
  device: fc.nat({ max: 2 }),
  replica: fc.nat({ max: 1 }),
  act: fc.constantFrom('create', 'title', 'notes', 'move', 'trash', 'refused'),
  target: fc.nat({ max: 5 }),
  isTwice: fc.boolean(),
  isAnswerLost: fc.boolean(),
  fault: fc.option(faults, { freq: 5, nil: undefined }),
  isApart: fc.boolean(),
});

type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

interface Person {
  device: TestDevice;
  outbox: Batch[];
  acknowledged: Map<number, string>;
}

test('[R3][R4] whatever is sent twice, lost or refused: the log is gapless, and view, replay and pull are one state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), async (list) => {
      const { storage, close } = await openTestStorage();
      try {
        await runSchedule(storage, list);
      } finally {
        await close();
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

async function runSchedule(sound: Storage, list: readonly Step[]): Promise<void> {
  const storage = makeFaulty(sound);
  const replicas = [startReplica(storage), startReplica(storage)];
  const [first] = replicas;
  if (first === undefined) return;
  const roles = { [alice]: 'admin', [bob]: 'member' } as const;
  const workspaceId = await makeWorkspace({ storage, replica: first }, roles);
  const people = owners.map((userId, at): Person => {
    const device = testDevice({ workspaceId, userId, deviceId: `device000${at}`, seed: at });
    return { device, outbox: [], acknowledged: new Map() };
  });
  const taskIds: string[] = [];
  const underWay: Promise<void>[] = [];
  for (const step of list) {
    const person = people[step.device];
    const replica = replicas[step.replica];
    if (person === undefined || replica === undefined) continue;
    // One push of a device in flight: whoever still waits has to be answered first.
    await Promise.all(underWay);
    if (step.fault !== undefined) storage.faults.push(step.fault);
    person.outbox.push(person.device.batch(changeOf(step, taskIds)));
    const offered = offer(person, replica, step);
    if (step.isApart) await offered;
    else underWay.push(offered);
  }
  await Promise.all(underWay);
  storage.faults.length = 0;
  for (const person of people) await offer(person, first, undefined);
  await checkState(sound, { workspaceId, people, replicas });
}

async function offer(person: Person, replica: TestReplica, step: Step | undefined): Promise<void> {
  const batches = [...person.outbox];
  if (batches.length === 0) return;
  const send = () => person.device.push(replica, ...batches).catch(() => undefined);
  const answers = await Promise.all(step?.isTwice ? [send(), send()] : [send()]);
  for (const answer of answers) {
    if (answer === undefined || step?.isAnswerLost) continue;
    for (const { n, outcome } of answer.results) person.acknowledged.set(n, outcome);
    person.outbox = person.outbox.filter(({ n }) => !person.acknowledged.has(n));
  }
}

function changeOf({ act, target }: Step, taskIds: string[]): Change {
  const id = taskIds[target % Math.max(1, taskIds.length)];
  if (act === 'refused') return newTask('');
  if (act === 'create' || id === undefined) {
    const task = newTask('new');
    taskIds.push(task.id);
    return task;
  }
  if (act === 'title') return newTitle(id, `title ${target}`, null);
  const change = { kind: 'task', id, base: null };
  if (act === 'notes') {
    return { ...change, group: 'notes', value: { notes: `notes ${target}` }, before: '' };
  }
  if (act === 'trash') {
    return { ...change, group: 'trash', value: { trashedAt: '2026-11-22T10:00:00.000Z' } };
  }
  return {
    ...change,
    group: 'place',
    value: { parentId: taskIds[(target + 1) % taskIds.length] ?? null },
  };
}

async function checkState(
  storage: Storage,
  of: { workspaceId: string; people: readonly Person[]; replicas: readonly TestReplica[] },
): Promise<void> {
  const { workspaceId, people, replicas } = of;
  const log = await readLog(storage, workspaceId);
  const replayed = new Map<string, { id: string; kind: string; seq: number }>();
  let hash = emptyHeadHash;
  for (const entry of log) {
    for (const next of decodeBody(entry).documents) {
      hash = replaceInHash(hash, { previous: replayed.get(next.id), next });
      replayed.set(next.id, next);
    }
    expect(entry.hash).toBe(formatHash(hash));
  }
  const batches = log.flatMap((entry) => decodeBody(entry).batches);
  for (const { device, outbox, acknowledged } of people) {
    const own = batches.filter(({ deviceId }) => deviceId === device.deviceId);
    expect(own.map(({ n }) => n)).toEqual(own.map((_, at) => at + 1));
    expect(outbox).toEqual([]);
    for (const [n, outcome] of acknowledged) expect(own[n - 1]?.outcome).toBe(outcome);
  }
  const byId = (list: readonly { id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const replica of replicas) {
    const { documents, head, hash: pulled } = await replica.pullAll({ workspaceId, userId: alice });
    expect([head, pulled]).toEqual([log.length, formatHash(hash)]);
    expect(byId(documents)).toEqual(byId([...replayed.values()]));
  }
  await Promise.all(replicas.map(({ sync }) => sync.close()));
  await replicas[0]?.sync.applier.applyAll(workspaceId);
  const ids = [...replayed.keys()];
  const rows = await storage.documentView.readDocuments({ workspaceId, ids });
  expect(byId(rows.map(({ json }) => JSON.parse(json)))).toEqual(byId([...replayed.values()]));
}
