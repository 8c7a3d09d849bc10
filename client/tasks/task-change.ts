import { altersSomething } from '#client/store/alters-something.ts';
import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import type { Change, FieldChange } from '#shared/push-message';
import type { Task } from '#shared/task';

/** What a command did: the batch that is on disk, or undefined when there was nothing to change. */
export type CommandResult = Promise<StoredBatch | undefined>;

/** One group of a task set to a value, on the base that the person saw when the edit began (A14). */
export function fieldChange(of: {
  taskId: string;
  group: string;
  value: object;
  base: string | null;
}) {
  return { kind: 'task', id: of.taskId, group: of.group, value: { ...of.value }, base: of.base };
}

/** The same for a command of one tap: its edit begins now. */
export function changeNow(
  store: AppStore,
  { taskId, group, value }: { taskId: string; group: string; value: object },
): FieldChange {
  return fieldChange({ taskId, group, value, base: store.baseOf(taskId, group) });
}

/**
 * Commits the changes of one action, as many as one batch can hold. What would set the value that is held is left
 * out, and none is not an action: its Undo would take back the action before it.
 */
export async function commitChanges(
  store: AppStore,
  { label, changes }: { label: string; changes: readonly Change[] },
): CommandResult {
  const altering = changes.filter((change) => altersSomething(store, change));
  if (altering.length === 0) return undefined;
  return store.commit({ label, changes: altering.slice(0, limits.batchMaxChanges) });
}

/** A task as shown now, whatever else has that id. */
export function readTask(store: AppStore, taskId: string): Task | undefined {
  const document = store.current(taskId);
  return document !== undefined && isTask(document) ? document : undefined;
}

/** Text as every store gives it back: no NUL, no half of a surrogate pair. */
export function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** A title of one line; what does not fit into 500 characters is not lost but becomes notes. */
export function splitTitle(text: string): { title: string; notes: string } {
  const line = toStorable(text)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trim();
  if (line.length <= limits.titleMaxLength) return { title: line, notes: '' };
  const title = line.slice(0, limits.titleMaxLength - 1).toWellFormed();
  return { title: `${title}…`, notes: line };
}

function isTask(document: { kind: string }): document is Task {
  return document.kind === 'task';
}
