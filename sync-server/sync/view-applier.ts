import type { Storage, ViewStep } from '../storage/port.ts';
import { applyFromLog, applySteps } from './apply-steps.ts';
import type { CommittedDraft } from './commit-entry.ts';
import { stepOfDraft } from './step-of-draft.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Brings the document view up to the log, behind the commits (design §5 View). */
export interface ViewApplier {
  /** Takes note of an entry this replica committed; it is applied soon, in order. */
  add(state: WorkspaceState, draft: CommittedDraft): void;
  /** Applies everything the log holds of a workspace now; used when a pull finds a long tail. */
  applyAll(workspaceId: string): Promise<void>;
  /** Applies what is waiting, as far as the storage answers; what is left is in the log. */
  drain(): Promise<void>;
}

/** What the applier needs; waiting a little lets many commits share one write of the view. */
export interface ViewApplierParts {
  storage: Storage;
  pause: (ms: number) => Promise<void>;
  onApplied: (workspaceId: string, applied: number) => void;
  onFailed: (workspaceId: string, error: unknown) => void;
}

const gatherMs = 50;
const retryMs = 1_000;
/** One write of the view holds up everything else in the process, so it is kept to some 20 ms. */
const maxDocuments = 400;
/** While the view cannot be written its steps wait in memory; beyond this many they are read from the log instead. */
const maxWaiting = 2_000;

/**
 * One run a workspace at a time: waiting steps in order, from the watermark on. Steps of other replicas that lie
 * between are read from the log, so an applier never leaves an entry out (B5).
 */
export function createViewApplier(parts: ViewApplierParts): ViewApplier {
  const waiting = new Map<string, ViewStep[]>();
  const running = new Map<string, Promise<void>>();
  let isDraining = false;

  function start(workspaceId: string): void {
    if (!running.has(workspaceId)) running.set(workspaceId, runWorkspace(workspaceId));
  }

  async function runWorkspace(workspaceId: string): Promise<void> {
    for (;;) {
      await parts.pause(gatherMs);
      const steps = firstSteps(waiting.get(workspaceId) ?? []);
      if (steps.length === 0) {
        // In this very turn, so that a step added right after starts a run of its own.
        waiting.delete(workspaceId);
        running.delete(workspaceId);
        return;
      }
      try {
        const applied = await applySteps(parts.storage, { workspaceId, steps });
        const left = waiting.get(workspaceId)?.filter(({ seq }) => seq > applied) ?? [];
        waiting.set(workspaceId, left);
        parts.onApplied(workspaceId, applied);
      } catch (error) {
        // The log has it all; the view may wait as long as it must, pulls lay the tail over it meanwhile.
        parts.onFailed(workspaceId, error);
        if (isDraining) {
          running.delete(workspaceId);
          return;
        }
        await parts.pause(retryMs);
      }
    }
  }

  return {
    add: (state, draft) => {
      const { workspaceId } = state;
      const steps = waiting.get(workspaceId) ?? [];
      waiting.set(workspaceId, steps);
      if (steps.length >= maxWaiting) steps.splice(0);
      steps.push(stepOfDraft(workspaceId, draft));
      start(workspaceId);
    },
    applyAll: async (workspaceId) => {
      parts.onApplied(workspaceId, await applyFromLog(parts.storage, workspaceId));
    },
    drain: async () => {
      isDraining = true;
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}

/** The first steps, at least one, of at most `maxDocuments` documents together. */
function firstSteps(steps: readonly ViewStep[]): ViewStep[] {
  let documents = 0;
  const end = steps.findIndex((step) => {
    documents += step.documents.length;
    return documents > maxDocuments;
  });
  return end < 0 ? [...steps] : steps.slice(0, Math.max(1, end));
}
