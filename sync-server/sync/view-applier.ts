import type { Storage, ViewStep } from '../storage/port.ts';
import type { CommittedDraft } from './commit-entry.ts';
import { encodeCounter } from './device-counter.ts';
import { parentIdOf, type WorkspaceState } from './workspace-state.ts';
import { stepsFromLog } from './steps-from-log.ts';

/** Brings the document view up to the log, behind the commits (design §5 View). */
export interface ViewApplier {
  /** Takes note of an entry this replica committed; it is applied soon, in order. */
  add(state: WorkspaceState, draft: CommittedDraft): void;
  /** Applies everything the log holds of a workspace now; used when a pull finds a long tail. */
  applyAll(workspaceId: string): Promise<void>;
  /** Applies what is waiting and resolves when nothing waits any more. */
  drain(): Promise<void>;
}

/** What the applier needs; waiting a little lets many commits share one write of the view. */
export interface ViewApplierParts {
  storage: Storage;
  pause: (ms: number) => Promise<void>;
  onApplied: (workspaceId: string, applied: number) => void;
  onFailed: (workspaceId: string, error: unknown) => void;
}

const gatherMs = 20;
const retryMs = 1_000;
const maxSteps = 200;

/**
 * One run a workspace at a time: waiting steps in order, from the watermark on. Steps of other replicas that lie
 * between are read from the log, so an applier never leaves an entry out (B5).
 */
export function createViewApplier(parts: ViewApplierParts): ViewApplier {
  const waiting = new Map<string, ViewStep[]>();
  const running = new Map<string, Promise<void>>();

  function start(workspaceId: string): Promise<void> {
    const underWay = running.get(workspaceId);
    if (underWay !== undefined) return underWay;
    const run = runWorkspace(workspaceId).finally(() => running.delete(workspaceId));
    running.set(workspaceId, run);
    return run;
  }

  async function runWorkspace(workspaceId: string): Promise<void> {
    for (;;) {
      await parts.pause(gatherMs);
      const steps = waiting.get(workspaceId)?.slice(0, maxSteps) ?? [];
      if (steps.length === 0) {
        waiting.delete(workspaceId);
        return;
      }
      try {
        const applied = await applySteps(workspaceId, steps);
        const left = waiting.get(workspaceId)?.filter(({ seq }) => seq > applied) ?? [];
        waiting.set(workspaceId, left);
        parts.onApplied(workspaceId, applied);
      } catch (error) {
        // The log has it all; the view may wait as long as it must, pulls lay the tail over it meanwhile.
        parts.onFailed(workspaceId, error);
        await parts.pause(retryMs);
      }
    }
  }

  async function applySteps(workspaceId: string, steps: readonly ViewStep[]): Promise<number> {
    const { applied } = await parts.storage.documentView.state(workspaceId);
    const fresh = steps.filter(({ seq }) => seq > applied);
    const [first] = fresh;
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return applied;
    const isGapless = first.seq === applied + 1 && last.seq === applied + fresh.length;
    if (isGapless) {
      await parts.storage.documentView.apply(fresh);
      return last.seq;
    }
    return applyFromLog(workspaceId, applied);
  }

  async function applyFromLog(workspaceId: string, from: number): Promise<number> {
    let applied = from;
    for (;;) {
      const steps = await stepsFromLog(parts.storage, { workspaceId, after: applied });
      if (steps.length === 0) return applied;
      await parts.storage.documentView.apply(steps);
      applied = steps.at(-1)?.seq ?? applied;
    }
  }

  return {
    add: (state, draft) => {
      const { workspaceId } = state;
      const steps = waiting.get(workspaceId) ?? [];
      waiting.set(workspaceId, steps);
      steps.push(stepOf(workspaceId, draft));
      void start(workspaceId);
    },
    applyAll: async (workspaceId) => {
      const { applied } = await parts.storage.documentView.state(workspaceId);
      parts.onApplied(workspaceId, await applyFromLog(workspaceId, applied));
    },
    drain: async () => {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}

function stepOf(workspaceId: string, draft: CommittedDraft): ViewStep {
  const { entry, documents, counters } = draft;
  return {
    workspaceId,
    seq: entry.seq,
    hash: entry.hash,
    documents: documents.map(({ document, json }) => {
      const { id, kind, seq } = document;
      return { workspaceId, id, kind, seq, parentId: parentIdOf(document), json };
    }),
    counters: counters.map((counter) => encodeCounter(workspaceId, counter)),
  };
}
