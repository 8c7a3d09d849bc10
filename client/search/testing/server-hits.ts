import type { ServerHit } from '#shared/search-message';

/** What the server says of a task of this title. */
export function hitOf(title: string): ServerHit {
  return {
    kind: 'title',
    excerpt: { text: title, ranges: [] },
    task: {
      id: crypto.randomUUID(),
      workspaceId: crypto.randomUUID(),
      title,
      status: 'todo',
      projectId: null,
      dueDate: null,
      completedAt: null,
      trashedAt: null,
    },
  };
}
