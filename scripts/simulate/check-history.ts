import type { History } from './history.ts';
import { gaplessLog } from './invariants/gapless-log.ts';
import { keptOnDevice, liveness, membershipsEnd, noSurprises } from './invariants/liveness.ts';
import { noLostLine, noLostValue } from './invariants/no-lost-value.ts';
import { numbersInOrder, onceEach } from './invariants/once-each.ts';
import { purgedForGood } from './invariants/purged-for-good.ts';
import type { Invariant } from './invariants/replayed-log.ts';
import { sameEverywhere, sameOnScreens } from './invariants/same-everywhere.ts';
import { seenIsAccepted } from './invariants/seen-is-accepted.ts';
import { startsOverForAReason } from './invariants/starts-over.ts';
import { clocksHeld, noCycles, oneSuccessor } from './invariants/task-rules.ts';
import { unnamedFieldsStay } from './invariants/unnamed-fields-stay.ts';
import {
  hashNeverDiffers,
  monotonicReads,
  ownReads,
  wholeCommits,
} from './invariants/whole-commits.ts';

/** Every rule by its name. */
export const invariants: Readonly<Record<string, Invariant>> = {
  'gapless log': gaplessLog,
  'once each': onceEach,
  'numbers in order': numbersInOrder,
  'same everywhere': sameEverywhere,
  'same on screens': sameOnScreens,
  'whole commits': wholeCommits,
  'hash never differs': hashNeverDiffers,
  'monotonic reads': monotonicReads,
  'own reads': ownReads,
  'no lost value': noLostValue,
  'no lost line': noLostLine,
  'seen is accepted': seenIsAccepted,
  'unnamed fields stay': unnamedFieldsStay,
  'purged for good': purgedForGood,
  'starts over for a reason': startsOverForAReason,
  'one successor': oneSuccessor,
  'no cycles': noCycles,
  'clocks held': clocksHeld,
  liveness,
  'kept on device': keptOnDevice,
  'memberships end': membershipsEnd,
  'no surprises': noSurprises,
};

/** Everything that is wrong with a history, each with the name of the rule; nothing: it kept them all. */
export function checkHistory(history: History): string[] {
  return Object.entries(invariants).flatMap(([name, invariant]) =>
    invariant(history).map((problem) => `${name}: ${problem}`),
  );
}
