import type { ImportEffect } from './import-effect.ts';
import type { GroupSetting } from './import-plan.ts';
import { jsonBytes } from './imported-document.ts';
import { limits } from './limits.ts';
import type { Change, FieldChange } from './push-message.ts';

/** One batch to commit: the same shape as any other action of a person. */
export interface ImportAction {
  label: 'import' | 'import.undo';
  /** The same UUID on all batches of one import; undo takes them all. */
  action: string;
  changes: Change[];
}

/** What the one who commits knows: the id of the whole action, and the stamps that stand now. */
export interface ActionContext {
  action: string;
  /** The stamp a group has now, after all batches committed so far; null where there is none. */
  baseOf: (id: string, group: string) => string | null;
}

/** Well below the limits of a batch: each stays quick to commit, and its events small. */
const actionMaxChanges = 250;
const actionMaxBytes = limits.batchMaxBytes - 2048;

/**
 * The batches of an import, in order. It is a generator because a setting takes its base from what the batches
 * before it left: commit each batch before asking for the next.
 */
export function* planToActions(
  effect: Pick<ImportEffect, 'creations' | 'settings'>,
  context: ActionContext,
): Generator<ImportAction, void> {
  const { action } = context;
  for (const changes of inBatches(effect.creations)) yield { label: 'import', action, changes };
  for (const settings of inBatches(effect.settings)) {
    yield { label: 'import', action, changes: settings.map((set) => toChange(set, context)) };
  }
}

/** The field change that sets a group now. */
export function toChange(setting: GroupSetting, context: ActionContext): FieldChange {
  return { ...setting, base: context.baseOf(setting.id, setting.group) };
}

/** Cuts a list into runs that fit one batch each. Every single item must fit. */
export function* inBatches<T>(items: readonly T[]): Generator<T[], void> {
  // A setting gets a base of at most 47 characters when it becomes a change.
  const extraBytes = 64;
  let run: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const itemBytes = jsonBytes(item) + extraBytes;
    if (run.length === actionMaxChanges || (run.length > 0 && bytes + itemBytes > actionMaxBytes)) {
      yield run;
      run = [];
      bytes = 0;
    }
    run.push(item);
    bytes += itemBytes;
  }
  if (run.length > 0) yield run;
}
