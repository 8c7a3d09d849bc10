import { limits } from '#shared/limits';
import { isPurged } from '#shared/kind-definition';
import { heldStamp } from '#shared/group-value';
import { readStamp } from '#shared/stamp';
import { type Change, isCreation } from '#shared/push-message';
import { ApiError } from '#shared/api-error';
import type { Storage } from '../storage/port.ts';
import { decodeCounter } from './device-counter.ts';
import {
  advance,
  advanceOf,
  cachedDocument,
  memberIdIn,
  newWorkspaceState,
  parentIdOf,
  remember,
  type WorkspaceState,
} from './workspace-state.ts';

const tailEntries = 500;
const tailBytes = 8 * 1024 * 1024;

/**
 * Opens the state of a workspace at the newest durable entry: the view's watermark, then every entry after it.
 * Throws ApiError `workspace_unknown` if there is no such workspace.
 */
export async function openWorkspaceState(
  storage: Storage,
  of: { workspaceId: string; nowMs: number },
): Promise<WorkspaceState> {
  const { workspaceId } = of;
  const row = await storage.directory.workspaceById(workspaceId);
  if (row === undefined) throw new ApiError('workspace_unknown');
  const view = await storage.documentView.state(workspaceId);
  const [atWatermark] =
    view.applied === 0
      ? []
      : await storage.changeLog.read({
          workspaceId,
          after: view.applied - 1,
          limit: 1,
          maxBytes: 1,
        });
  const head = {
    seq: view.applied,
    epoch: row.epoch,
    commitId: atWatermark?.commitId ?? '',
    atMs: atWatermark?.atMs ?? 0,
    hash: view.hash,
  };
  const state = newWorkspaceState({
    workspaceId,
    epoch: row.epoch,
    head,
    applied: view.applied,
    nowMs: of.nowMs,
  });
  await catchUp(storage, state);
  return state;
}

/** Reads the entries that others wrote after the cached head. Pages end by bytes too: only an empty one is the end. */
export async function catchUp(storage: Storage, state: WorkspaceState): Promise<void> {
  for (;;) {
    const entries = await storage.changeLog.read({
      workspaceId: state.workspaceId,
      after: state.head.seq,
      limit: tailEntries,
      maxBytes: tailBytes,
    });
    for (const entry of entries) {
      await loadCounters(storage, state, deviceIdsOf(entry.body));
      if (entry.seq > state.head.seq) advance(state, advanceOf(state, entry));
    }
    if (entries.length === 0) return;
  }
}

/** What a judgement needs to know of a workspace before it can be made without waiting. */
export interface Needed {
  userIds: readonly string[];
  deviceIds: readonly string[];
  changes: readonly Change[];
  purgedIds: readonly string[];
}

/** Loads everything that judging `needed` will look at: members, counters, documents, ancestors, descendants. */
export async function loadNeeded(
  storage: Storage,
  state: WorkspaceState,
  needed: Needed,
): Promise<void> {
  const memberIds = needed.userIds.map((userId) => memberIdIn(state, userId));
  await loadCounters(storage, state, needed.deviceIds);
  const changedIds = needed.changes.map(({ id }) => id);
  await loadDocuments(storage, state, [...memberIds, ...changedIds, ...needed.purgedIds]);
  await loadCounters(storage, state, authorsOf(state, needed.changes));
  const moves = needed.changes.filter((change) => newParentId(change) !== null);
  await loadAncestors(storage, state, moves.map(newParentId));
  const movedIds = moves.map(({ id }) => id);
  if (movedIds.length > 0) await loadDescendants(storage, state, movedIds);
}

/** Devices whose values the changes meet: a conflict document names the author of what lost and of what stands. */
function authorsOf(state: WorkspaceState, changes: readonly Change[]): string[] {
  if (state.isComplete) return [];
  const authors = new Set<string>();
  for (const change of changes) {
    const document = state.documents.get(change.id)?.document;
    if (document === undefined || isPurged(document) || isCreation(change)) continue;
    for (const group of [change.group, 'trash']) {
      const held = heldStamp(document, group);
      if (held !== '') authors.add(readStamp(held).deviceId);
    }
  }
  return [...authors];
}

/** Loads documents the state has not asked for yet. */
export async function loadDocuments(
  storage: Storage,
  state: WorkspaceState,
  ids: readonly string[],
): Promise<void> {
  if (state.isComplete) return;
  const unknown = new Set(ids.filter((id) => !state.documents.has(id) && !state.absentIds.has(id)));
  if (unknown.size === 0) return;
  const rows = await storage.documentView.readDocuments({
    workspaceId: state.workspaceId,
    ids: [...unknown],
  });
  for (const row of rows) {
    // Another replica wrote and applied it meanwhile: the insert at our head would collide, so read on first.
    if (row.seq > state.head.seq) await catchUp(storage, state);
    if (!state.documents.has(row.id)) remember(state, cachedDocument(row));
  }
  for (const id of unknown) if (!state.documents.has(id)) state.absentIds.add(id);
}

async function loadCounters(
  storage: Storage,
  state: WorkspaceState,
  deviceIds: readonly string[],
): Promise<void> {
  if (state.isComplete) return;
  const unknown = deviceIds.filter((id) => !state.counters.has(id) && !state.absentDevices.has(id));
  if (unknown.length === 0) return;
  const rows = await storage.documentView.readCounters({
    workspaceId: state.workspaceId,
    deviceIds: [...new Set(unknown)],
  });
  for (const row of rows) {
    if (!state.counters.has(row.deviceId)) state.counters.set(row.deviceId, decodeCounter(row));
  }
  for (const id of unknown) if (!state.counters.has(id)) state.absentDevices.add(id);
}

async function loadAncestors(
  storage: Storage,
  state: WorkspaceState,
  parentIds: readonly (string | null)[],
): Promise<void> {
  let level = parentIds.filter((id) => id !== null);
  for (let depth = 0; depth <= limits.subtaskDepthMax && level.length > 0; depth += 1) {
    await loadDocuments(storage, state, level);
    level = level
      .map((id) => parentIdOf(state.documents.get(id)?.document))
      .filter((id) => id !== null);
  }
}

async function loadDescendants(
  storage: Storage,
  state: WorkspaceState,
  ids: readonly string[],
): Promise<void> {
  if (state.isComplete) return;
  let level = [...ids];
  for (let depth = 0; depth <= limits.subtaskDepthMax && level.length > 0; depth += 1) {
    const unknown = level.filter((id) => !state.knownParents.has(id));
    const { workspaceId } = state;
    const rows = await storage.documentView.readChildren({ workspaceId, parentIds: unknown });
    await loadDocuments(
      storage,
      state,
      rows.map(({ id }) => id),
    );
    for (const id of unknown) state.knownParents.add(id);
    level = level.flatMap((id) => [...(state.childIdsByParentId.get(id) ?? [])]);
  }
}

function newParentId(change: Change): string | null {
  const value = isCreation(change) ? change.create : change.value;
  return isParent(value) ? value.parentId : null;
}

function isParent(value: Record<string, unknown>): value is { parentId: string } {
  return typeof value['parentId'] === 'string';
}

/** The devices that offered batches of an entry, and those that stamped them. */
function deviceIdsOf(body: string): string[] {
  const ids = /"(?:deviceId":"|stamp":"[0-9a-z]{12}-)([0-9a-z]{10})"/g;
  return [...body.matchAll(ids)].flatMap(([, id]) => id ?? []);
}
