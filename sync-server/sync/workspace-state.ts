import { memberId } from '#shared/ids';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { type Role, roleSchema } from '#shared/permissions';
import type { Stamp } from '#shared/stamp';
import type { LogHead, StoredDocument, StoredEntry } from '../storage/port.ts';
import { countAll } from './count-batches.ts';
import type { CounterState, KnownOutcome } from './device-counter.ts';
import { decodeBody } from './log-entry.ts';

const maxKnownIds = 1_000;

/** A document at the cached head, and the length of its JSON. */
export interface CachedDocument {
  document: StoredForm;
  bytes: number;
}

/**
 * What a replica remembers of one workspace, exact at `head`: the insert of head + 1 succeeds only if nobody else
 * wrote, so every judgement made from it is proven by the commit itself (design §5). Only `advance` moves the head.
 */
export interface WorkspaceState {
  readonly workspaceId: string;
  readonly epoch: string;
  head: LogHead;
  /** Every document is in `documents`; an id that is not there does not exist. */
  readonly isComplete: boolean;
  readonly documents: Map<string, CachedDocument>;
  /** Ids that were asked for and do not exist at the head. */
  readonly absentIds: Set<string>;
  readonly counters: Map<string, CounterState>;
  /** Outcomes older than the counters keep, looked up in the log, by `<deviceId>/<n>`. */
  readonly olderOutcomes: Map<string, KnownOutcome>;
  /** Batches that were sought under the device that stamped them: the entry that holds it, and how far the log was read. */
  readonly originals: Map<Stamp, { readTo: number; seq: number | undefined }>;
  /** Devices that were asked for and have no batch at the head. */
  readonly absentDevices: Set<string>;
  readonly childIdsByParentId: Map<string, Set<string>>;
  /** Derived ids cost a hash each, and every push asks for its author's. */
  readonly memberIdsByUserId: Map<string, string>;
  /** Parents whose children are all in `childIdsByParentId`. */
  readonly knownParents: Set<string>;
  /** Everything at or below it is in the view; entries above it are only in the log and here. */
  applied: number;
  lastUsedMs: number;
}

/** A state that knows nothing but its head. */
export function newWorkspaceState(of: {
  workspaceId: string;
  epoch: string;
  head: LogHead;
  applied: number;
  nowMs: number;
}): WorkspaceState {
  return {
    workspaceId: of.workspaceId,
    epoch: of.epoch,
    head: of.head,
    isComplete: of.head.seq === 0,
    documents: new Map(),
    absentIds: new Set(),
    counters: new Map(),
    olderOutcomes: new Map(),
    originals: new Map(),
    absentDevices: new Set(),
    childIdsByParentId: new Map(),
    memberIdsByUserId: new Map(),
    knownParents: new Set(),
    applied: of.applied,
    lastUsedMs: of.nowMs,
  };
}

/** What one durable entry changes in the state. */
export interface Advance {
  head: LogHead;
  documents: readonly CachedDocument[];
  counters: readonly CounterState[];
}

/**
 * Moves the state over one durable entry: ours when its insert succeeded, or one read from the log. An entry that the
 * state stands on or past already does nothing, since a reader may have caught up while the insert was answered.
 */
export function advance(state: WorkspaceState, by: Advance): void {
  if (by.head.seq <= state.head.seq) return;
  if (by.head.seq !== state.head.seq + 1) {
    throw new Error(`entry ${by.head.seq} does not follow ${state.head.seq}`);
  }
  for (const cached of by.documents) remember(state, cached);
  for (const counter of by.counters) {
    state.counters.set(counter.deviceId, counter);
    state.absentDevices.delete(counter.deviceId);
  }
  state.head = by.head;
}

/** Reads an entry of the log as an advance of `state`. Counters the state does not know start from the entry. */
export function advanceOf(state: WorkspaceState, entry: StoredEntry): Advance {
  const body = decodeBody(entry);
  const counters = countAll(new Map(state.counters), body.batches, entry.seq);
  return {
    head: headOf(entry),
    documents: body.documents.map((document) => {
      return { document, bytes: JSON.stringify(document).length };
    }),
    counters,
  };
}

/** The part of an entry that is known of a head. */
export function headOf(entry: StoredEntry): LogHead {
  const { seq, epoch, commitId, atMs, hash } = entry;
  return { seq, epoch, commitId, atMs, hash };
}

/** Puts a document into the cache and keeps the tree index level with it. */
export function remember(state: WorkspaceState, cached: CachedDocument): void {
  const { document } = cached;
  const before = parentIdOf(state.documents.get(document.id)?.document);
  const after = parentIdOf(document);
  if (before !== null && before !== after)
    state.childIdsByParentId.get(before)?.delete(document.id);
  if (after !== null) {
    const children = state.childIdsByParentId.get(after) ?? new Set();
    state.childIdsByParentId.set(after, children.add(document.id));
  }
  state.documents.set(document.id, cached);
  state.absentIds.delete(document.id);
}

/** The parent task of a document, or null. */
export function parentIdOf(document: StoredForm | undefined): string | null {
  if (document === undefined || isPurged(document)) return null;
  const parentId = document['parentId'];
  return typeof parentId === 'string' ? parentId : null;
}

/** Reads a row of the view; its JSON came from our own log. */
export function cachedDocument(row: StoredDocument): CachedDocument {
  const document: unknown = JSON.parse(row.json);
  if (!isStoredForm(document)) throw new Error(`the document ${row.id} cannot be read`);
  return { document, bytes: row.json.length };
}

/** The id of a person's member document in the workspace. */
export function memberIdIn(
  { workspaceId, memberIdsByUserId }: Pick<WorkspaceState, 'workspaceId' | 'memberIdsByUserId'>,
  userId: string,
): string {
  const known = memberIdsByUserId.get(userId);
  if (known !== undefined) return known;
  const id = memberId({ workspaceId, userId });
  // Anybody may ask, members or not; what is kept must not grow with them.
  if (memberIdsByUserId.size < maxKnownIds) memberIdsByUserId.set(userId, id);
  return id;
}

/** A person's membership at the cached head: never a member, a member with a role, or one whose membership ended. */
export function membershipIn(
  state: WorkspaceState,
  userId: string,
): { role: Role | null; seq: number; epoch: string } | undefined {
  const id = memberIdIn(state, userId);
  const document = state.documents.get(id)?.document;
  if (document === undefined || isPurged(document)) return undefined;
  const role = roleSchema.safeParse(document['role']);
  return { role: role.success ? role.data : null, seq: document.seq, epoch: state.epoch };
}

function isStoredForm(value: unknown): value is StoredForm {
  return typeof value === 'object' && value !== null && 'id' in value && 'seq' in value;
}
