import { createHash } from 'node:crypto';
import { ApiError } from '#shared/api-error';
import type { NoticeAnswer } from '#shared/push-notice';
import { noticeSnoozeMs } from '#shared/push-notice';
import { snoozedReminders } from '#shared/snoozed-reminders';
import type { Task } from '#shared/task';
import type { NoticeStorage } from '../storage/notice-port.ts';
import type { FindTask } from '../tasks-api/find-task.ts';
import type { TaskCommands } from '../tasks-api/task-commands.ts';
import type { ActionTokens } from './action-token.ts';

/** Carries out what was pressed on a notice; see `noticeAnswerSchema`. */
export type AnswerNotice = (answer: NoticeAnswer) => Promise<void>;

/**
 * Completes the task, or puts its reminder off, as the person whom the notice was for. The same answer twice changes
 * nothing. Throws ApiError `token_invalid`, `token_expired`, `session_ended` where the subscription has ended since (signed
 * out, or taken by somebody else), and what finding and patching a task throw.
 */
export function createNoticeAnswering(of: {
  tokens: Pick<ActionTokens, 'verify'>;
  notices: Pick<NoticeStorage, 'subscriptionById'>;
  findTask: FindTask;
  commands: Pick<TaskCommands, 'patch'>;
  now: () => number;
}): AnswerNotice {
  return async (answer) => {
    const grant = of.tokens.verify(answer.token);
    const { userId, workspaceId, taskId, subscriptionId } = grant;
    const subscription = await of.notices.subscriptionById(subscriptionId);
    if (subscription?.userId !== userId) throw new ApiError('session_ended');
    const task = await of.findTask({ userId, taskId, workspaceId, action: 'edit' });
    const patch = patchOf(task, answer, of.now());
    if (patch === undefined) return;
    const key = `${grant.id}.${answer.action}`;
    const digest = createHash('sha256').update(JSON.stringify(answer.action)).digest('base64url');
    await of.commands.patch({ task, patch, userId, idempotency: { key, digest } });
  };
}

/** Undefined: nothing is left to do. A device whose clock is ahead has completed nothing in the future. */
function patchOf(task: Task, answer: NoticeAnswer, nowMs: number) {
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  if (!isOpen || task.trashedAt !== null) return undefined;
  const atMs = Math.min(Date.parse(answer.at), nowMs);
  const at = new Date(atMs).toISOString();
  if (answer.action === 'done') return { status: 'done', completedAt: at };
  const until = answer.until ?? new Date(atMs + noticeSnoozeMs).toISOString();
  return { reminders: snoozedReminders(task.reminders, { now: at, until }) };
}
