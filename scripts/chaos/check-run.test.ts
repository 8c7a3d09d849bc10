import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChaosRecord, openChaosRecord } from './chaos-record.ts';
import { checkRun } from './check-run.ts';

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
