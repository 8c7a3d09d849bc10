import { noticeTitleMax, type PushNotice } from '#shared/push-notice';
import type { Task } from '#shared/task';
import type { PushSubscriptionRow } from '../storage/notice-port.ts';
import type { ActionTokens } from './action-token.ts';

/** Why a person is told of a task. */
export type About =
  | { kind: 'reminder'; atMs: number }
  | { kind: 'assigned' | 'mentioned'; byUserId: string };

/** A task, and the names of those who share it by their ids. */
export interface TaskWithPeople {
  task: Task;
  members: ReadonlyMap<string, string>;
  /** Its project is in the trash, which hides it (R7). */
  isHidden: boolean;
}

/** A notice on its way to one browser. */
export interface NoticeMessage {
  to: PushSubscriptionRow;
  about: About;
  taskId: string;
  notice: PushNotice;
}

/** Writes what is told of a task to one browser. One with the same tag takes its place there. */
export function messageOf(
  tokens: Pick<ActionTokens, 'issue'>,
  of: { to: PushSubscriptionRow; tag: string; about: About; known: TaskWithPeople },
): NoticeMessage {
  const { to, tag, about, known } = of;
  const { workspaceId, id: taskId, title } = known.task;
  const { userId } = to;
  const token = tokens.issue({ userId, workspaceId, taskId, subscriptionId: to.id });
  const { kind } = about;
  const why =
    about.kind === 'reminder'
      ? { atMs: about.atMs }
      : { by: known.members.get(about.byUserId) ?? '' };
  const named = { workspaceId, taskId, title: cut(title), token };
  return { to, about, taskId, notice: { v: 1, kind, userId, tag, ...named, ...why } };
}

/** Half a character at the end is none. */
function cut(title: string): string {
  if (title.length <= noticeTitleMax) return title;
  return `${title
    .slice(0, noticeTitleMax - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
