import { useMemo } from 'react';
import { map } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Comment } from '#shared/comment';
import type { AnyDocument } from '#shared/kind-definition';

const none: readonly Comment[] = [];

/** The comments of a task outside the trash, the oldest first. */
export function useComments(taskId: string): readonly Comment[] {
  const store = useStore();
  const source = useMemo(
    () =>
      store
        .live<Comment>({ kind: 'comment', selector: { taskId, trashedAt: null } })
        .pipe(map((found): readonly Comment[] => [...found].sort(oldestFirst))),
    [store, taskId],
  );
  return useLive(source, none);
}

const nobody: ReadonlyMap<string, string> = new Map();

/** Names of the members of all workspaces, by user id; also of those who left. */
export function useMemberNames(): ReadonlyMap<string, string> {
  const store = useStore();
  const source = useMemo(
    () => store.live<AnyDocument>({ kind: 'member' }).pipe(map(namesByUserId)),
    [store],
  );
  return useLive(source, nobody);
}

function namesByUserId(members: readonly AnyDocument[]): ReadonlyMap<string, string> {
  return new Map(
    members.flatMap(({ userId, name }) =>
      typeof userId === 'string' && typeof name === 'string' ? [[userId, name]] : [],
    ),
  );
}

function oldestFirst(a: Comment, b: Comment): number {
  if (a.createdAt === b.createdAt) return a.id < b.id ? -1 : 1;
  return a.createdAt < b.createdAt ? -1 : 1;
}
