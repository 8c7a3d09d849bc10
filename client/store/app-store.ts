import type { Observable } from 'rxjs';
import type { AnyDocument } from '#shared/kind-definition';
import type { WorkspaceAction } from '#shared/permissions';
import type { Change } from '#shared/push-message';
import type { FindPurged } from '#shared/unpurged-ids';
import type { CommitBatch, StoredBatch } from './local-store.ts';
import type { Leaving } from './move-record.ts';
import type { OwnBatch } from './own-batches.ts';
import type { MoveAway } from './send-away.ts';

/** What features see of the store: live queries to read, `commit` to write, undo. One per signed-in person or guest. */
export interface AppStore {
  readonly userId: string;
  readonly isGuest: boolean;
  /** The workspace new things go to (the personal one). */
  readonly workspaceId: string;
  /**
   * The path of the list whose first rows may be shown before the rest is read: until then there are the documents of these rows
   * and all of the kinds of which there are few. Who decides by what else is there waits for `untilReady`.
   */
  readonly firstPath: string | undefined;
  /** Notes what the list at `path` shows on this day, so that the next start shows it first; ids of tasks in order. */
  keepFirst(list: { path: string; day: string; taskIds: readonly string[] }): Promise<void>;
  /** Resolves when all but the tasks closed long ago are there, and has them read at once; rejects when they cannot be. */
  untilReady(): Promise<void>;
  /** Whether something was asked for that waits for `untilReady`, and is nowhere on disk yet. */
  hasWaiting(): boolean;
  /** False while a workspace comes to this device for the first time: what is shown of it may be a part. */
  isWhole(workspaceId: string): boolean;
  /** Resolves when tasks closed long ago are there too; whoever reads everything (export, import) waits for it. */
  readonly whole: Promise<void>;

  /**
   * Rejects with NotSavedError when nothing of the action is on disk; so do `undo` and `redo`. What may still be saved is kept,
   * and later writes go behind it. Rejects what `may` denies, with the cause `notAllowed`.
   */
  commit: CommitBatch;
  /** What is kept like this, in its order: on no disk, and in no query. */
  unsavedChanges(): readonly Change[];
  /** The same as `commit`, but nothing is kept: for whoever begins anew after a failure. */
  tryCommit: CommitBatch;
  /**
   * Moves documents to another open workspace, from one or several, offline too: shown there and hidden here at once, and one Undo. Begins with
   * `sendTasks` or `sendProject`. Rejects as `commit` does.
   */
  move(move: MoveAway): Promise<StoredBatch | undefined>;
  /**
   * Emits at once, and after each change, what moves to another workspace, or has lately, once for each workspace that it
   * leaves. Where it did not come to be, and the person has not answered yet, `failed` says why; then it is where it was.
   */
  readonly leaving: Observable<readonly Leaving[]>;
  /** Forgets a failed move by its key, after the person has answered. */
  dismissMove(key: string): Promise<void>;
  /** The document as shown now (server state with the outbox on top), or undefined. */
  current(id: string): AnyDocument | undefined;
  /**
   * Whether the person's role allows something in a workspace. What is not known here yet, and what a guest does, is
   * allowed: the server decides.
   */
  may(workspaceId: string, action: WorkspaceAction): boolean;
  /** All documents of a kind as shown now, in no order: one quick look, where a live query would stay. */
  documents<T extends AnyDocument>(kind: string): T[];
  /** Which of these ids hold a tombstone (R7): `current` gives none of them, and a create of one changes nothing. */
  purgedIds: FindPurged;
  /** What this device did to a document and still keeps: see `readOwnBatches`. */
  ownBatches(id: string): Promise<readonly OwnBatch[]>;
  /** The stamp to use as `base` of a change that begins now: the group's, else the creation's (A14). */
  baseOf(id: string, group: string): string | null;
  /** A new document id (UUIDv7 of corrected time). */
  newId(): string;
  /** A new random id for `action` (UUIDv4). */
  newActionId(): string;
  /** Corrected time now, as an instant. */
  now(): string;
  /** This device's id, for order keys. */
  deviceId(): string;
  /** Tells the personal database from another that is made in its place; '' for one that an older build made. */
  madeAs(): string;

  /** A live query on one kind: emits the result, once it is whole (`LiveQuery.isEarly`), and after every change that touches it. */
  live<T extends AnyDocument>(query: LiveQuery): Observable<readonly T[]>;

  /** Before everything is read: what `live` is about to emit first, so that the first frame can show it. Undefined afterwards. */
  firstAnswer(query: LiveQuery): readonly AnyDocument[] | undefined;

  /** Undoes the person's last action on this device (and everything of its `action`), or says why not. */
  undo(): Promise<UndoOutcome>;
  redo(): Promise<UndoOutcome>;
  /** Emits at once, and after each change of what waits to be sent to the server. */
  readonly waiting: Observable<WaitingChanges>;

  /** Emits whether there is something to undo or redo; completes when the store is closed. */
  readonly undoState: Observable<{ undo: string | undefined; redo: string | undefined }>;
}

/** The changes of this device that the server has not answered yet. */
export interface WaitingChanges {
  isEmpty: boolean;
  /** When the oldest of them to a document was made (corrected ms since 1970); undefined where none waits. */
  since(id: string): number | undefined;
}

/** A query in RxDB's Mango form on one kind. Trashed documents are included unless the selector says otherwise. */
export interface LiveQuery {
  kind: string;
  selector?: Record<string, unknown>;
  sort?: readonly Record<string, 'asc' | 'desc'>[];
  limit?: number;
  /** Emits before everything is read too, whatever is there then: tasks and comments of the first rows only. */
  isEarly?: boolean;
}

/** What an undo did. */
export type UndoOutcome =
  | { name: 'undone'; label: string; batch: StoredBatch }
  /** Everything that the action set has been changed since: it was left as it is (A3). */
  | { name: 'changed-since'; label: string }
  /** Everything that the action was about was deleted for good. */
  | { name: 'gone'; label: string }
  | { name: 'nothing' };
