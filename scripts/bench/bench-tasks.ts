import { generateWorkspace } from '#scripts/generate-workspace';
import type { Creation } from '#shared/push-message';

/** The same days for every run, so that every run writes the same bytes. */
const nowMs = Date.UTC(2026, 10, 1);

/** Creations of `count` realistic tasks; another seed gives other tasks with other ids. */
export function benchCreations(count: number, seed = 1): Creation[] {
  return generateWorkspace({ seed, taskCount: count, nowMs }).tasks;
}
