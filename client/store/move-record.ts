import type { AnyDocument } from '#shared/kind-definition';
import type { HeldStamp } from '#shared/stamp';

/** A document and its copy in another workspace. */
export interface MovedCopy {
  kind: string;
  id: string;
  copyId: string;
  /** The stamps of the original when it was copied: what differs later was edited since. */
  stamps: AnyDocument['stamps'];
  /** It goes to the trash itself; what only stands under such a one (tasks of a project, comments) does not. */
  leaves: boolean;
}

/** What moves here from another workspace of this person: on the first of the batches that hold the copies. */
export interface MoveMark {
  /** The `action` of all its batches. */
  key: string;
  /** The workspace of the originals. */
  from: string;
  /** None on a batch that takes the move back, or does it again. */
  copies: readonly MovedCopy[];
  /** The label there by the label here. */
  labelIds: Readonly<Record<string, string>>;
}

/** A move that is not at its end; kept in the workspace that things move to. */
export interface PendingMove {
  key: string;
  /** `there`: once the copies are settled the originals go to the trash. `back`: the originals come back. */
  way: 'there' | 'back';
  /** The position of the batch that chose the way: a later choice has a greater one. */
  turn: number;
}

/** Originals that move away; kept in the workspace they leave, by `key` the newest turn that was heard of. */
export interface Leaving {
  key: string;
  turn: number;
  /** The workspace they move to. */
  to: string;
  /** When they left (instant). */
  at: string;
  /** Shown as trashed while their trash group holds `base`; empty once that is decided. */
  sources: readonly { kind: string; id: string; copyId: string; base: HeldStamp }[];
}
