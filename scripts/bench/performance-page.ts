import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const begin = '<!-- bench:begin -->';
const end = '<!-- bench:end -->';

/** Replaces what stands between the markers of docs/performance.md. Throws when the markers are gone. */
export function writeMeasuredSection(path: string, section: string): void {
  const page = readFileSync(path, 'utf8');
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has lost the markers of its table`);
  writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${section}\n\n${page.slice(to)}`);
}

/** The words around the table: on what, when, how often, and how busy the machine was. */
export function describeRun(of: {
  rounds: number;
  isQuick: boolean;
  startedAt: Date;
  loadAtStart: number;
  mongodPath: string;
}): string {
  const memoryGiB = Math.round(totalmem() / 1024 ** 3);
  const mode = of.isQuick ? 'quick' : 'full';
  const minutes = Math.round((Date.now() - of.startedAt.getTime()) / 60_000);
  return [
    `Measured ${of.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC by \`npm run bench -- ${of.isQuick ? '--quick ' : ''}--rounds ${of.rounds}\``,
    `(${mode}, ${minutes} minutes) on a virtual machine with ${cpus().length} cores and ${memoryGiB} GiB,`,
    `${process.platform} ${process.arch}, Node ${process.versions.node}, ${mongodVersion(of.mongodPath)} as a replica set of one;`,
    `load average ${of.loadAtStart.toFixed(1)} when it began and ${(loadavg()[0] ?? 0).toFixed(1)} when it ended.`,
  ].join('\n');
}

function mongodVersion(path: string): string {
  const text = execFileSync(path, ['--version'], { encoding: 'utf8' });
  return `MongoDB ${/v(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? 'of unknown version'}`;
}
