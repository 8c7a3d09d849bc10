import type { Storage } from '../storage/port.ts';
import type { Membership } from '../workspaces/membership.ts';
import { catchUp, loadDocuments, openWorkspaceState } from './load-state.ts';
import { memberIdIn, membershipIn, type WorkspaceState } from './workspace-state.ts';

/** The states of the workspaces this replica works on. */
export interface WorkspaceStates {
  /** The state of a workspace, opened at the newest entry the first time. Throws ApiError `workspace_unknown`. */
  open: (workspaceId: string) => Promise<WorkspaceState>;
  /** Forgets a state; whoever needs the workspace next reads its head from the log. */
  drop: (workspaceId: string) => void;
  /**
   * Somebody's membership at the newest entry of the log, which is read each time: another replica may have invited
   * or removed the person a moment ago (R9).
   */
  membership: (workspaceId: string, userId: string) => Promise<Membership | undefined>;
  /** Reads on in the log if the state stands below `head`; forgets a state of another epoch. */
  refresh(workspaceId: string, newest: { head: number; epoch: string }): Promise<void>;
  /** Notes how far the view has come, and lets go of states that nobody used for long. */
  noteApplied: (workspaceId: string, applied: number) => void;
}

/** Keeps states in memory within a budget of documents, least recently used first to go. */
export function createWorkspaceStates(of: {
  storage: Storage;
  now: () => number;
  maxDocuments: number;
}): WorkspaceStates {
  const opening = new Map<string, Promise<WorkspaceState>>();
  const states = new Map<string, WorkspaceState>();

  function open(workspaceId: string): Promise<WorkspaceState> {
    const state = states.get(workspaceId);
    if (state !== undefined) {
      state.lastUsedMs = of.now();
      return Promise.resolve(state);
    }
    const underWay = opening.get(workspaceId);
    if (underWay !== undefined) return underWay;
    const opened = openWorkspaceState(of.storage, { workspaceId, nowMs: of.now() })
      .then((fresh) => {
        states.set(workspaceId, fresh);
        return fresh;
      })
      .finally(() => opening.delete(workspaceId));
    opening.set(workspaceId, opened);
    return opened;
  }

  return {
    open,
    drop: (workspaceId) => {
      states.delete(workspaceId);
    },
    membership: async (workspaceId, userId) => {
      const state = await open(workspaceId);
      await catchUp(of.storage, state);
      await loadDocuments(of.storage, state, [memberIdIn(state, userId)]);
      return membershipIn(state, userId);
    },
    refresh: async (workspaceId, newest) => {
      const state = states.get(workspaceId);
      if (state === undefined) return;
      if (state.epoch !== newest.epoch) states.delete(workspaceId);
      else if (state.head.seq < newest.head) await catchUp(of.storage, state);
    },
    noteApplied: (workspaceId, applied) => {
      const state = states.get(workspaceId);
      if (state !== undefined) state.applied = Math.max(state.applied, applied);
      letGo(states, of.maxDocuments);
    },
  };
}

/** States whose entries are all in the view can be opened again; the least recently used go first. */
function letGo(states: Map<string, WorkspaceState>, maxDocuments: number): void {
  let documents = 0;
  for (const state of states.values()) documents += state.documents.size;
  if (documents <= maxDocuments) return;
  const idle = [...states.values()]
    .filter((state) => state.applied >= state.head.seq)
    .toSorted((a, b) => a.lastUsedMs - b.lastUsedMs);
  for (const state of idle) {
    if (documents <= maxDocuments || states.size === 1) return;
    documents -= state.documents.size;
    states.delete(state.workspaceId);
  }
}
