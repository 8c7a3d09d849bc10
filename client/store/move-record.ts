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
  /** The `round` of the mark with which it began to leave; left out: from the first. */
  round?: number;
}

/** Where things go in a workspace; null for its inbox, and for no section. */
export interface MovedTo {
  projectId: string | null;
  sectionId: string | null;
}

/**
 * What moves here from one other workspace of this person: on the first of the batches that hold the copies. Tasks of several
 * workspaces that move at once have one mark for each, all with the same `key`. A later mark of a key and a workspace takes
 * the place of the one before.
 */
export interface MoveMark {
  /** The `action` of all its batches. */
  key: string;
  /** The workspace of the originals. */
  from: string;
  /** None on a batch that takes the move back, or does it again. */
  copies: readonly MovedCopy[];
  /** The label there by the label here. */
  labelIds: Readonly<Record<string, string>>;
  /** As what attempt the copies were made (`copyId`); left out: 0. */
  attempt?: number;
  /** Where tasks were to go, to try once more; left out where a project moves. */
  place?: MovedTo;
  /** Raised when something came along later. */
  round?: number;
}

/**
 * Why a move was called off. `refused`: the server did not take the copies. `kept`: it did not let the originals go. `away`:
 * somebody else had made the same copies, and put them in the trash since. `gone`: the workspace is no longer open to this person.
 */
export type MoveFailure = 'refused' | 'kept' | 'away' | 'gone';

/** A move that is not at its end; kept in the workspace that things move to. */
export interface PendingMove {
  key: string;
  /** `there`: once the copies are settled the originals go to the trash. `back`: the originals come back. */
  way: 'there' | 'back';
  /** The position of the batch that chose the way: a later choice has a greater one. */
  turn: number;
  /** Why it goes back, where nobody asked for that. */
  because?: MoveFailure | undefined;
}

/** A move that did not come to be, of which the person has not said yet that they know. */
export interface FailedMove {
  because: MoveFailure;
  /** What was to move: a project, or tasks. */
  kind: string;
  ids: readonly string[];
  /** Where it was to go; left out for a project, and where that is not known any more. */
  place?: MovedTo | undefined;
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
  /** The `round` of the mark that was heard of; left out: 0. */
  round?: number;
  /** Told at each start until the person has answered. */
  failed?: FailedMove | undefined;
}
