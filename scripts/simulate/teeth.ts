import { parseArgs } from 'node:util';
import { loadAlteredBuild } from './altered-build.ts';
import { checkHistory } from './check-history.ts';
import { clientMutations } from './client-mutations.ts';
import type { Mutation } from './mutation.ts';
import { drawSchedule } from './schedule.ts';
import { serverMutations } from './server-mutations.ts';
import { sourceMutations } from './source-mutations.ts';
import { runSchedule } from './world.ts';

/** Each mutation must be caught within this many seeds, or the checker is worthless. */
const mostSeeds = 2_000;

const { values } = parseArgs({
  options: { only: { type: 'string' }, seeds: { type: 'string' } },
});
const chosen = [...serverMutations, ...clientMutations, ...sourceMutations].filter(
  ({ name }) => values.only === undefined || name.includes(values.only),
);
let missed = 0;
for (const mutation of chosen) {
  const caught = await findSeed(mutation);
  if (caught === undefined) missed += 1;
  const how = caught === undefined ? 'NOT CAUGHT' : `seed ${caught.seed}: ${caught.rules}`;
  process.stdout.write(`${mutation.name} | ${how}\n`);
}
process.stdout.write(`${chosen.length - missed} passed, ${missed} failed\n`);
process.exitCode = missed === 0 ? 0 : 1;

/** The first seed under which a broken product shows, and the rules that caught it. */
async function findSeed(mutation: Mutation): Promise<{ seed: number; rules: string } | undefined> {
  // A place that is not in the sources any more breaks nothing, and must not pass for a break that was caught.
  if (mutation.breaks !== undefined) await loadAlteredBuild(mutation.breaks);
  for (let seed = 1; seed <= Number(values.seeds ?? mostSeeds); seed += 1) {
    const problems = await problemsOf(mutation, seed);
    const rules = new Set(problems.map((problem) => problem.split(':')[0]));
    if (rules.size > 0) return { seed, rules: [...rules].join(', ') };
  }
  return undefined;
}

/** What the rules say. An exception is no rule: it counts only for a break that says that it may throw. */
async function problemsOf(mutation: Mutation, seed: number): Promise<string[]> {
  try {
    return checkHistory((await runSchedule(drawSchedule(seed), { mutation })).history);
  } catch (error) {
    if (mutation.mayThrow === true) return [`the run broke: ${String(error)}`];
    process.stderr.write(`${mutation.name} | seed ${seed} threw, not counted: ${String(error)}\n`);
    return [];
  }
}
