import type { ChaosRecord } from './chaos-record.ts';
import type { RuleVerdict } from './check-run.ts';
import type { CleanUps } from './clean-ups.ts';

/** What a run is asked for. */
export interface RunOptions {
  seed: number;
  /** How long faults strike; starting, healing and judging come on top. */
  minutes: number;
  devices: number;
  /** Chromium tabs beside the headless devices; 0: none. */
  tabs: number;
  /** Words in the names of the faults of servers that may strike; empty: all of them. */
  only: string;
  record: ChaosRecord;
  /** Takes down what the run has put up, should it be ended in the middle. */
  cleanUps: CleanUps;
  print: (line: string) => void;
}

/** A run from an empty server to its verdicts. It ends every process that it has started. */
export type ChaosRunner = (options: RunOptions) => Promise<RuleVerdict[]>;
