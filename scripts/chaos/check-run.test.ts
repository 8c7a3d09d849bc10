import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChaosRecord, openChaosRecord } from './chaos-record.ts';
import { checkRun } from './check-run.ts';
import { type AskedRun, reallyHappened } from './invariants/really-happened.ts';

let folder = '';
let record: ChaosRecord;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskflow-cast-'));
  record = openChaosRecord({ seed: 1, folder, print: () => undefined });
  const view = { applied: 0, blanked: 0, hash: '0000000000000000', documents: [] };
  record.recorder.history.server = { epoch: 'e', view };
  record.recorder.history.logs.set('e', []);
  record.facts.readable.set('alice', new Set(['hers']));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

/** Rules that found something. */
function broken(): string[] {
  const run = { history: record.recorder.history, facts: record.facts };
  return checkRun(run)
    .filter(({ problems }) => problems.length > 0)
    .map(({ rule }) => rule);
}

test('a run in which nothing happened breaks no rule', () => {
  expect(broken()).toEqual([]);
});

test('[R1] an answer that is not in the log is found', () => {
  const batch = { deviceId: 'd', epoch: 'e', n: 1, stamp: 's' };
  record.facts.answered.push({ ...batch, outcome: 'committed', seq: 1 });
  expect(broken()).toEqual(['answers hold']);
});

test.each([
  ['of another workspace', { workspaceId: 'hers', documentsOf: ['hers', 'his'] }],
  ['in a workspace that she may not read', { workspaceId: 'his', documentsOf: ['his'] }],
])('[R9] documents %s are found', (_what, held) => {
  record.facts.databases.push({ device: 'phone', userId: 'alice', ...held });
  expect(broken()).toEqual(['own workspaces']);
});

test('a title that was shown and is nowhere is found', () => {
  record.facts.painted.push({ device: 'browser1', title: 'Milk' });
  expect(broken()).toEqual(['painted titles']);
});

test('[R2] a damaged copy that serves entries of its own is found', () => {
  const entries = [{ seq: 1, commitId: 'c', hash: 'h' }];
  record.facts.copies.push({ name: 'copy1', outcome: 'served', problems: [], entries });
  expect(broken()).toEqual(['damaged copies']);
});

test('[R1] a full disk that was acknowledged on, or never left, is found', () => {
  const good = { isRoomKept: false, refusals: ['507 storage_full'] };
  record.facts.fullDisks.push({ ...good, didReadsGoOn: true, didRecover: true });
  expect(broken()).toEqual([]);
  record.facts.fullDisks.push({ ...good, refusals: [], didReadsGoOn: true, didRecover: true });
  record.facts.fullDisks.push({ ...good, didReadsGoOn: false, didRecover: false });
  expect(broken()).toEqual(['full disks']);
});

test('a server that ends late or holds too much memory is found', () => {
  record.facts.stops.push({ code: null, tookMs: 40_000 });
  record.facts.serverMemoryMib.set('the server', 500);
  expect(broken()).toEqual(['graceful stops', 'bounded memory']);
});

test('[R4] writes that do not come back after a fault, and a push answered 500, are found', () => {
  record.facts.resumptions.push({ fault: 'redis killed', tookMs: 40 });
  expect(broken()).toEqual([]);
  record.facts.resumptions.push({ fault: 'primary killed', tookMs: undefined });
  expect(broken()).toEqual(['writes resume']);
  record.facts.resumptions.pop();
  record.recorder.note('push answered 500');
  expect(broken()).toEqual(['writes resume']);
});

test('a socket that a server keeps though nobody reads it is found', () => {
  record.facts.slowReaders.push({ wasCut: true }, { wasCut: false });
  expect(broken()).toEqual(['slow readers go']);
});

const fullMongo = { database: 'mongo', minutes: 3, devices: 10, tabs: 2 } as const;
const faults = ['primary killed', 'primary cut off'];
const onceEach = [
  'fault backup',
  'restored',
  'rebuild.epoch_changed',
  'removed',
  'membership ended',
];
const everywhere = ['fork', 'killed after disk', 'conflict kept'];

/** What had to happen and did not, by the words of the verdict. */
function missing(asked: Partial<AskedRun> = {}): string[] {
  const run = { history: record.recorder.history, facts: record.facts };
  return reallyHappened(run, { ...fullMongo, faults, ...asked });
}

test('a long run in which nothing struck is found, and one in which everything did is not', () => {
  expect(missing()).toEqual([
    'no fault of a server struck',
    'it never happened: removed',
    'it never happened: membership ended',
    'it never happened: fault backup',
    'it never happened: restored',
    'it never happened: rebuild.epoch_changed',
    'it never happened: fork',
    'it never happened: killed before disk or killed after disk',
    'it never happened: conflict kept',
    'no page has shown a title: every action on a page failed',
  ]);
  for (const name of [...onceEach, ...everywhere]) record.recorder.note(name);
  record.fault('primary killed', '');
  record.facts.painted.push({ device: 'browser1', title: 'Milk' });
  expect(missing()).toEqual([]);
});

test('a short run, one without pages and one of the embedded database need less', () => {
  record.fault('primary killed', '');
  expect(missing({ minutes: 1, tabs: 0 })).toEqual([]);
  for (const name of ['removed', 'membership ended', ...everywhere]) record.recorder.note(name);
  const embedded = { database: 'embedded', tabs: 0, faults: ['primary killed'] } as const;
  expect(missing(embedded)).toEqual([]);
});

test('a fault that never struck in a run that is long enough for all is found, unless this machine cannot do it', () => {
  for (const name of [...onceEach, ...everywhere]) record.recorder.note(name);
  record.fault('primary killed', '');
  const long = { minutes: 6, tabs: 0 };
  expect(missing(long)).toEqual(['it never struck: primary cut off']);
  record.skip('primary cut off', 'this machine cannot cut links');
  expect(missing(long)).toEqual([]);
  expect(missing({ ...long, faults: ['primary cut off'] })).toEqual([
    'no fault of a server struck',
  ]);
});

test('a purge, a torn copy and a full disk that came to nothing are found', () => {
  for (const name of [...onceEach, ...everywhere]) record.recorder.note(name);
  for (const name of ['slept past a purge', 'torn tail', 'disk full']) record.fault(name, '');
  expect(missing({ tabs: 0, faults: ['disk full'] })).toEqual([
    'it never happened: purged',
    'no damaged copy was judged',
    'no disk was full',
  ]);
});
