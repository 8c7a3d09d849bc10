import type { LaneState } from './lane.ts';

/** What one workspace's engine knows of itself; the status is derived from it and nothing else. */
export interface SyncFacts {
  /** Unsettled batches of this device. */
  waiting: number;
  /** Refused batches nobody has looked at. */
  refused: number;
  /** The last whole checkpoint. */
  seq: number;
  /** Whether the documents are the exact state at `seq`. */
  isWhole: boolean;
  /** Whether no pull has ever ended: there is nothing to show yet but what this device wrote. */
  isFirstPull: boolean;
  /** Documents received by the pull that runs. */
  received: number;
  push: LaneState;
  pull: LaneState;
}
