import type { DeviceCounter, StoredDocument, ViewStep } from './port.ts';

/** What consecutive steps come to: the last version of each document and counter, and the watermark after them. */
export interface FoldedSteps {
  seq: number;
  hash: string;
  documents: StoredDocument[];
  counters: DeviceCounter[];
}

/**
 * Folds the steps above the watermark `applied` into one, so that no document is written twice in one go.
 * Undefined when all of them are applied already; throws Error when one is missing.
 */
export function foldSteps(steps: readonly ViewStep[], applied: number): FoldedSteps | undefined {
  const documents = new Map<string, StoredDocument>();
  const counters = new Map<string, DeviceCounter>();
  let last: ViewStep | undefined;
  for (const step of steps) {
    if (step.seq <= applied) continue;
    const expected = last === undefined ? applied + 1 : last.seq + 1;
    if (step.seq !== expected) {
      throw new Error(`the view of ${step.workspaceId} needs entry ${expected}, got ${step.seq}`);
    }
    for (const document of step.documents) documents.set(document.id, document);
    for (const counter of step.counters) counters.set(counter.deviceId, counter);
    last = step;
  }
  if (last === undefined) return undefined;
  const { seq, hash } = last;
  return { seq, hash, documents: [...documents.values()], counters: [...counters.values()] };
}
