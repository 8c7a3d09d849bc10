import type { Storage } from '#server/storage/port';
import { memberId } from '#shared/ids';
import { Recorder } from './recorder.ts';

/** The running server, and what a situation may turn on it. */
export interface Stage {
  url: string;
  clock: { nowMs: number };
  stage: { horizon: number };
  storage: Storage;
}

const laptop = 'laptop0001';
const phone = 'phone00001';
const task = '01935300-0000-7000-8000-000000000001';
const stamps = {
  create: '0mib1mfdh000-laptop0001',
  laptopTitle: '0mib1mfdi000-laptop0001',
  phoneTitle: '0mib1mfdj000-phone00001',
  next: '0mib1mfdk000-laptop0001',
};

/** Plays the situations one after another on one account and returns the document. */
export async function recordSituations(of: Stage): Promise<string> {
  const recorder = new Recorder(of.url);
  await recorder.signUp();
  await firstSync(recorder);
  await edit(recorder);
  await lostAnswer(recorder);
  await conflict(recorder);
  await refusal(recorder);
  await gap(recorder);
  await fork(recorder);
  await expired(recorder, of);
  await newEpoch(recorder);
  await removal(recorder, of);
  return recorder.document();
}

async function firstSync(recorder: Recorder): Promise<void> {
  recorder.heading(
    'First sync',
    'A fresh device has no epoch and asks from 0. `done` makes its checkpoint whole at `head`.',
  );
  await recorder.pull({ after: '0', from: '0', device: laptop });
}

async function edit(recorder: Recorder): Promise<void> {
  recorder.heading(
    'Edit',
    'Two user actions, two batches. The answer carries no documents: they come with the commit event or the next pull.',
  );
  await recorder.push(laptop, [
    {
      n: 1,
      stamp: stamps.create,
      changes: [{ kind: 'task', id: task, create: { title: 'Pay rent' } }],
    },
    { n: 2, stamp: stamps.laptopTitle, changes: [title('Pay the rent', stamps.create)] },
  ]);
  await recorder.pull({ after: '1', from: '1', device: laptop });
}

async function lostAnswer(recorder: Recorder): Promise<void> {
  recorder.heading(
    'Lost answer',
    'The device never saw the answer and sends the same batch again: the stored outcome comes back, nothing is committed twice (R3).',
  );
  await recorder.push(laptop, [
    { n: 2, stamp: stamps.laptopTitle, changes: [title('Pay the rent', stamps.create)] },
  ]);
}

async function conflict(recorder: Recorder): Promise<void> {
  recorder.heading(
    'Conflict',
    'The phone edited the title it saw before the laptop did. Its stamp is larger, so it wins; the losing value stands in a conflict document (R5).',
  );
  await recorder.push(phone, [
    { n: 1, stamp: stamps.phoneTitle, changes: [title('Pay rent by Friday', stamps.create)] },
  ]);
  await recorder.pull({ after: '2', from: '2', device: phone });
}

async function refusal(recorder: Recorder): Promise<void> {
  recorder.heading(
    'Refusal',
    'A bad batch among good ones refuses only itself, is in the log like any other (R4), and a pull names it until the device has settled past it.',
  );
  const empty = {
    kind: 'task',
    id: task,
    group: 'title',
    value: { title: '' },
    base: stamps.phoneTitle,
  };
  await recorder.push(laptop, [{ n: 3, stamp: stamps.next, changes: [empty] }]);
  await recorder.pull({ after: '3', from: '3', device: laptop });
}

async function gap(recorder: Recorder): Promise<void> {
  recorder.heading('Gap', 'Batch 4 is missing. The device pushes again from `expected`.');
  await recorder.push(laptop, [{ n: 5, stamp: stamps.next, changes: [title('Skip', null)] }]);
}

async function fork(recorder: Recorder): Promise<void> {
  recorder.heading(
    'Fork',
    'Another batch stands under n = 1: this profile is a copy. Nothing was committed; the device takes a new deviceId and numbers anew.',
  );
  await recorder.push(laptop, [
    { n: 1, stamp: stamps.next, changes: [title('From a copy', null)] },
  ]);
}

async function expired(recorder: Recorder, { stage }: Stage): Promise<void> {
  recorder.heading(
    'Expired checkpoint',
    'Tombstones up to seq 3 are gone. The device rebuilds: it pulls with `from=0` into a new generation.',
  );
  stage.horizon = 3;
  await recorder.pull({ after: '2', from: '2', device: phone });
  stage.horizon = 0;
}

async function newEpoch(recorder: Recorder): Promise<void> {
  recorder.heading(
    'New epoch',
    'The server was restored from a backup, which gives every log a new epoch. The device rebuilds, settles what the log holds, takes a new deviceId and offers the rest.',
  );
  await recorder.pull({ after: '9', from: '9', device: laptop, epoch: 'before-restore' });
}

async function removal(recorder: Recorder, { storage, clock }: Stage): Promise<void> {
  recorder.heading(
    'Removal',
    'The membership ended by entry 5. The device asks a second time, seals what is unsettled, and only then deletes its database.',
  );
  await endMembership(storage, { ...recorder.identity(), atMs: clock.nowMs });
  await recorder.push(laptop, [
    { n: 4, stamp: stamps.next, changes: [title('Too late', stamps.phoneTitle)] },
  ]);
}

/** Ends a membership as another replica would: by an entry that this server learns of when its own insert collides. */
async function endMembership(
  storage: Storage,
  of: { workspaceId: string; userId: string; atMs: number },
): Promise<void> {
  const { workspaceId, userId, atMs } = of;
  const head = (await storage.changeLog.heads({ workspaceIds: [workspaceId] })).get(workspaceId);
  if (head === undefined) throw new Error('the workspace has no log');
  const seq = head.seq + 1;
  const id = memberId({ workspaceId, userId });
  const member = { kind: 'member', id, workspaceId, seq, stamps: {}, userId, role: null };
  await storage.changeLog.append([
    {
      ...head,
      workspaceId,
      seq,
      commitId: 'other-replica',
      prevCommitId: head.commitId,
      atMs,
      keys: [],
      body: JSON.stringify({ batches: [], documents: [member] }),
    },
  ]);
}

function title(text: string, base: string | null) {
  return { kind: 'task', id: task, group: 'title', value: { title: text }, base };
}
