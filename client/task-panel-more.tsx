import { useMemo } from 'react';
import { ActivitySection } from '#client/activity/activity-section.tsx';
import type { AppRootProps } from '#client/app-root.tsx';
import { CommentSection } from '#client/comments/comment-section.tsx';
import { createHistoryReader } from '#client/read-history.ts';
import type { Task } from '#shared/task';

/** What the panel shows of a task besides its own fields: what was said about it, and what happened to it. */
export function TaskPanelMore({
  task,
  browser,
  session,
}: { task: Task } & Pick<AppRootProps, 'browser' | 'session'>) {
  const readHistory = useMemo(() => createHistoryReader({ browser, session }), [browser, session]);
  return (
    <>
      <CommentSection taskId={task.id} storage={browser.storage} />
      <ActivitySection task={task} readHistory={readHistory} onHint={browser.onHint} />
    </>
  );
}
