import { parseArgs } from 'node:util';
import { type WorkloadName, workloadNames } from '#scripts/bench/workloads';

/** What to measure, as said on the command line. */
export interface BenchOptions {
  only: readonly WorkloadName[];
  databases: readonly ('embedded' | 'mongo')[];
  /** Fewer rounds and smaller sizes: under four minutes on two cores. */
  isQuick: boolean;
  rounds: number;
  /** Profile the server over each measured part instead of comparing. */
  isProfiled: boolean;
}

/** How to call the bench; what is printed for `--help` and after a mistake. */
export const usage = `npm run bench -- [--only W1,W3] [--database embedded|mongo] [--quick] [--rounds N] [--profile]
  A run of everything on both databases rewrites the table in docs/performance.md; a narrower one only prints it.
  --profile prints where the server's processor time goes in each workload, in place of the comparison.`;

/** Reads the command line. Throws with a sentence on anything it does not know. */
export function readBenchOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      database: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    only: readWorkloads(values.only),
    databases: readDatabases(values.database),
    isQuick: values.quick,
    rounds: readRounds(values.rounds, values.quick ? 2 : 5),
    isProfiled: values.profile,
  };
}

function readWorkloads(text: string | undefined): readonly WorkloadName[] {
  if (text === undefined) return workloadNames;
  const asked = text.split(',').map((name) => name.trim().toUpperCase());
  const unknown = asked.filter((name) => !workloadNames.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`There is no workload ${unknown.join(', ')}.`);
  return workloadNames.filter((name) => asked.includes(name));
}

function readDatabases(text: string | undefined): BenchOptions['databases'] {
  if (text === undefined) return ['embedded', 'mongo'];
  if (text === 'embedded' || text === 'mongo') return [text];
  throw new Error(`--database is embedded or mongo, not ${text}.`);
}

function readRounds(text: string | undefined, fallback: number): number {
  const rounds = text === undefined ? fallback : Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error('--rounds is a whole number above 0.');
}
