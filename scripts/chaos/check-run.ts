import { invariants } from '#scripts/simulate/check-history';
import { answersHold } from './invariants/answers-hold.ts';
import type { ChaosInvariant, ChaosRun } from './invariants/chaos-invariant.ts';
import { damagedCopies } from './invariants/damaged-copies.ts';
import { ownWorkspaces } from './invariants/own-workspaces.ts';
import { paintedTitles } from './invariants/painted-titles.ts';
import { type AskedRun, reallyHappened } from './invariants/really-happened.ts';
import {
  boundedMemory,
  fullDevices,
  fullDisks,
  gracefulStops,
  silentEndsLeft,
  slowReadersGo,
  writesResume,
} from './invariants/server-life.ts';

/** Rules of real runs by name, beside those of every history. */
const chaosInvariants: Readonly<Record<string, ChaosInvariant>> = {
  'answers hold': answersHold,
  'own workspaces': ownWorkspaces,
  'painted titles': paintedTitles,
  'damaged copies': damagedCopies,
  'full disks': fullDisks,
  'full devices': fullDevices,
  'graceful stops': gracefulStops,
  'bounded memory': boundedMemory,
  'writes resume': writesResume,
  'slow readers go': slowReadersGo,
  'silent ends are left': silentEndsLeft,
};

/** What a rule found; no problems: it was kept. */
export interface RuleVerdict {
  rule: string;
  problems: readonly string[];
}

/** Judges a run by every rule of the simulator and every one of real runs, and by what it was asked to bring about. */
export function checkRun(run: ChaosRun, asked?: AskedRun): RuleVerdict[] {
  return [
    ...Object.entries(invariants).map(([rule, invariant]) => ({
      rule,
      problems: invariant(run.history),
    })),
    ...Object.entries(chaosInvariants).map(([rule, invariant]) => ({
      rule,
      problems: invariant(run),
    })),
    ...(asked === undefined
      ? []
      : [{ rule: 'really happened', problems: reallyHappened(run, asked) }]),
  ];
}
