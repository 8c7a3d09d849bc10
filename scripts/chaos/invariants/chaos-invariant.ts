import type { ChaosFacts } from '#scripts/chaos/chaos-record';
import type { History } from '#scripts/simulate/history';

/** All that is known of a real run. */
export interface ChaosRun {
  history: History;
  facts: ChaosFacts;
}

/** A rule that only a real run can break: what is wrong, in words; nothing where it was kept. */
export type ChaosInvariant = (run: ChaosRun) => string[];
