import type { Task } from '#shared/task';
import type { SearchHit } from './search-messages.ts';

/** Under which heading a hit stands. */
export type FoundGroup = 'open' | 'done' | 'notes' | 'comments' | 'trash';

/** The headings in the order in which they are shown. */
export const foundGroups = ['open', 'done', 'notes', 'comments', 'trash'] as const;

/** The heading of a hit: where it was found matters only for open tasks. */
export function groupOfHit(task: Task, hit: SearchHit): FoundGroup {
  if (task.trashedAt !== null) return 'trash';
  if (task.status === 'done' || task.status === 'cancelled') return 'done';
  return hit.place === 'title' ? 'open' : hit.place;
}

/** Where a task that was found is to be seen. */
export function pathOfTask({ id, projectId, trashedAt }: Task): string {
  if (trashedAt !== null) return '/trash';
  return `${projectId === null ? '/dashboard' : `/project/${projectId}`}?task=${id}`;
}
