import type { ChaosRun } from './chaos-invariant.ts';

/** What a run was asked for, as far as it says what must happen in it. */
export interface AskedRun {
  database: 'mongo' | 'embedded';
  minutes: number;
  devices: number;
  tabs: number;
  /** Names of the faults of one round of the servers, as `--only` left them. */
  faults: readonly string[];
}

/** Shorter runs may end before anything was due. */
const leastMinutes = { anything: 0.5, painted: 1, once: 2, everywhere: 3 };
/** In so many minutes each fault of a round has had its turn. */
const roundMinutes = { mongo: 6, embedded: 3 };
/** Bob has every third device. */
const devicesWithBob = 3;

/** What should have happened and did not: a run in which nothing struck proves nothing, however green it is. */
export function reallyHappened({ history, facts }: ChaosRun, asked: AskedRun): string[] {
  const { minutes, tabs } = asked;
  const has = (name: string) => history.counts.has(name);
  const missing = due(asked, has).filter((names) => !names.some(has));
  return [
    ...strikes(asked, { has, skipped: facts.skipped }),
    ...missing.map((names) => `it never happened: ${names.join(' or ')}`),
    ...(tabs > 0 && minutes >= leastMinutes.painted && facts.painted.length === 0
      ? ['no page has shown a title: every action on a page failed']
      : []),
    ...(has('fault torn tail') && facts.copies.length === 0 ? ['no damaged copy was judged'] : []),
    ...(has('fault disk full') && facts.fullDisks.length === 0 ? ['no disk was full'] : []),
    ...(has('fault quota exceeded') && facts.fullDevices.length === 0
      ? ['no device had a full disk']
      : []),
    ...(has('fault slow reader') && facts.slowReaders.length === 0 ? ['nobody read slowly'] : []),
  ];
}

/** Which faults of servers did not strike; one that this machine cannot do has been named, and is not counted. */
function strikes(
  { database, minutes, faults }: AskedRun,
  of: { has: (name: string) => boolean; skipped: ReadonlySet<string> },
): string[] {
  const names = [...new Set(faults)];
  const didNot = names.filter((name) => !of.has(`fault ${name}`));
  if (minutes >= leastMinutes.anything && didNot.length === names.length) {
    return ['no fault of a server struck'];
  }
  if (minutes < roundMinutes[database]) return [];
  return didNot.filter((name) => !of.skipped.has(name)).map((name) => `it never struck: ${name}`);
}

/** What must be there by the length of the run, each by one of its names. */
function due(
  { database, minutes, devices }: AskedRun,
  has: (name: string) => boolean,
): readonly (readonly string[])[] {
  const restored = [['fault backup'], ['restored'], ['rebuild.epoch_changed']];
  const removed = [['removed'], ...(devices < devicesWithBob ? [] : [['membership ended']])];
  const purged = has('fault slept past a purge') ? [['purged']] : [];
  return [
    ...(minutes < leastMinutes.once ? [] : removed),
    ...(minutes < leastMinutes.once || database === 'embedded' ? [] : [...restored, ...purged]),
    ...(minutes < leastMinutes.everywhere
      ? []
      : [['fork'], ['killed before disk', 'killed after disk'], ['conflict kept']]),
  ];
}
