import type { AnyDocument } from '#shared/kind-definition';
import { type Task, taskKind } from '#shared/task';

/** A task as programs see it: its flat fields, without the stamps that only devices need. */
export type TaskAnswer = Record<string, unknown>;

/** The answer for one task; fields that a later version added are handed on (R13). */
export function taskAnswer(task: AnyDocument): TaskAnswer {
  const { stamps: _stamps, kind: _kind, id, workspaceId, seq, ...fields } = task;
  return { id, workspaceId, seq, ...fields };
}

/** Whether a document is a task; its fields were checked when it was committed. */
export function isTask(document: AnyDocument | undefined): document is Task {
  return document?.kind === taskKind.kind;
}
