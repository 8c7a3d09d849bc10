import type { Storage, ViewStep } from '../storage/port.ts';
import { stepsFromLog } from './steps-from-log.ts';

/**
 * Applies steps of one workspace from the watermark on; where entries of other replicas lie between, everything is read
 * from the log instead, so that none is left out (B5). Returns the watermark after it.
 */
export async function applySteps(
  storage: Storage,
  of: { workspaceId: string; steps: readonly ViewStep[] },
): Promise<number> {
  const { applied } = await storage.documentView.state(of.workspaceId);
  const fresh = of.steps.filter(({ seq }) => seq > applied);
  const [first] = fresh;
  const last = fresh.at(-1);
  if (first === undefined || last === undefined) return applied;
  const isGapless = first.seq === applied + 1 && last.seq === applied + fresh.length;
  if (!isGapless) return applyFromLog(storage, of.workspaceId);
  await storage.documentView.apply(fresh);
  return last.seq;
}

/** Applies every entry the log holds after the watermark. Returns the watermark after it. */
export async function applyFromLog(storage: Storage, workspaceId: string): Promise<number> {
  let { applied } = await storage.documentView.state(workspaceId);
  for (;;) {
    const steps = await stepsFromLog(storage, { workspaceId, after: applied });
    const last = steps.at(-1);
    if (last === undefined) return applied;
    await storage.documentView.apply(steps);
    applied = last.seq;
  }
}
