import type { Schedule, Step } from './schedule.ts';

/** Says whether a schedule still fails in the same way: see `breaksSameRule`. */
export type StillFails = (schedule: Schedule) => Promise<boolean>;

/** The name of the rule that a problem of `checkHistory` begins with. */
export function ruleOf(problem: string): string {
  return problem.slice(0, problem.indexOf(':'));
}

/**
 * Whether a smaller schedule shows one of the rules broken that the whole one broke first: without it shrinking drifts to
 * another failure, and what is printed in the end explains a seed that is not the one asked about.
 */
export function breaksSameRule(first: readonly string[], now: readonly string[]): boolean {
  const rule = first[0] === undefined ? undefined : ruleOf(first[0]);
  return now.some((problem) => ruleOf(problem) === rule);
}

/**
 * The smallest schedule it finds that still fails: bad weather, then halves, quarters and at last single steps are left
 * out for as long as `fails` says so. What is left out gives its waiting time to the step behind it.
 */
export async function shrinkSchedule(schedule: Schedule, fails: StillFails): Promise<Schedule> {
  let smallest = schedule;
  for (const calmed of [{ isNetworkBad: false }, { isStorageBad: false }, { tabsPerDevice: 1 }]) {
    const candidate = { ...smallest, ...calmed };
    if (await fails(candidate)) smallest = candidate;
  }
  const halvings = Math.ceil(Math.log2(schedule.steps.length + 1));
  for (let halving = 1; halving <= halvings; halving += 1) {
    const size = Math.max(1, Math.floor(schedule.steps.length / 2 ** halving));
    smallest = await leaveOut(smallest, size, fails);
  }
  return smallest;
}

/** Leaves out each run of `size` steps, from the last to the first, that the failure does not need. */
async function leaveOut(schedule: Schedule, size: number, fails: StillFails): Promise<Schedule> {
  let smallest = schedule;
  const starts = schedule.steps.map((_step, index) => index).filter((index) => index % size === 0);
  for (const from of starts.toReversed()) {
    const candidate = { ...smallest, steps: without(smallest.steps, from, size) };
    if (await fails(candidate)) smallest = candidate;
  }
  return smallest;
}

function without(steps: readonly Step[], from: number, size: number): Step[] {
  const left = steps.slice(0, from);
  const waitedMs = steps.slice(from, from + size).reduce((sum, { afterMs }) => sum + afterMs, 0);
  const [next, ...rest] = steps.slice(from + size);
  if (next === undefined) return left;
  return [...left, { ...next, afterMs: next.afterMs + waitedMs }, ...rest];
}
