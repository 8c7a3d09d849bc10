import type { AppRootProps } from '#client/app-root.tsx';
import { CommentSection } from '#client/comments/comment-section.tsx';
import type { Task } from '#shared/task';

/** What the panel shows of a task besides its own fields: what was said about it. */
export function TaskPanelMore({
  task,
  browser,
}: { task: Task } & Pick<AppRootProps, 'browser' | 'session'>) {
  return <CommentSection taskId={task.id} storage={browser.storage} />;
}
