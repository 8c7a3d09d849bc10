import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage } from '#server/storage/port';
import type { ChaosRecord } from './chaos-record.ts';
import { checkRun, type RuleVerdict } from './check-run.ts';
import type { AskedRun } from './invariants/really-happened.ts';
import { readServer } from './read-server.ts';

/**
 * Ends the history of a real run with what the servers' storage holds, and judges it by every rule. The clients must have
 * been read before, and nobody may write any more.
 *
 * What a rule takes for granted in virtual time is given here as it truly was: all processes share one clock, so the
 * latest that any of them may have read is the time now. Nobody sets a clock, so `kept on device` is judged always. An
 * epoch that a restore ended is in the history already. A rule for which nothing happened is kept for want of a try: `asked` says what must have happened.
 */
export async function judgeRun(
  record: ChaosRecord,
  of: { storage: Storage; workspaceId: string; asked?: AskedRun },
): Promise<RuleVerdict[]> {
  const { history } = record.recorder;
  const { log, server } = await readServer(of.storage, of.workspaceId);
  history.logs.set(server.epoch, log);
  history.server = server;
  history.latestClockMs = Date.now();
  for (const { kind, id } of server.view.documents) {
    if (kind === 'conflict') record.recorder.note('conflict kept', id);
  }
  return checkRun({ history, facts: record.facts }, of.asked);
}

/** Writes what a failed run is explained from: the log of every epoch, and what each device made and holds at the end. */
export async function keepEvidence({ recorder, facts, folder }: ChaosRecord): Promise<void> {
  const { logs, made, devices, paused } = recorder.history;
  const entries = [...logs].flatMap(([epoch, log]) =>
    log.map(({ seq, commitId, atMs, keys, body }) => ({ epoch, seq, commitId, atMs, keys, body })),
  );
  const ends = [...devices, ...paused].map(({ documents: _documents, ...end }) => end);
  const files = { log: entries, made, answered: facts.answered, devices: ends };
  for (const [name, rows] of Object.entries(files)) {
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
    await writeFile(join(folder, `${name}.ndjson`), lines.join(''));
  }
}

/** How long the slowest push took that was asked for after each kind of fault, by server. */
export function tableOfResumptions({ facts }: ChaosRecord): string[] {
  const slowest = new Map<string, number>();
  for (const { fault, tookMs } of facts.resumptions) {
    const [name = fault] = fault.split(', asked of ');
    slowest.set(name, Math.max(slowest.get(name) ?? 0, tookMs ?? Number.POSITIVE_INFINITY));
  }
  return [...slowest]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, ms]) => `${String(ms).padStart(8)}  ms until a push was answered after: ${name}`);
}

/** What really happened, by name: a run in which a fault never struck proves nothing about it. */
export function tableOfCounts(record: ChaosRecord): string[] {
  const { history } = record.recorder;
  const log = [...history.logs.values()].at(-1) ?? [];
  const rows: [string, number][] = [
    ...history.counts,
    ['entries in the log', log.length],
    ['batches that were reported as safe', history.made.length],
    ['outcomes that a server answered', record.facts.answered.length],
    ['titles that pages have shown', record.facts.painted.length],
  ];
  return rows
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
}
