import { useSearchParams } from 'wouter';

/** What the address of the search says: the query, and which task of the server is open in which workspace. */
export interface SearchParts {
  query: string;
  opened: { taskId: string; workspaceId: string } | undefined;
  ask: (query: string) => void;
  open: (task: SearchParts['opened']) => void;
}

/** See `SearchParts`. Opening a task is a step to come back from; all else is not. */
export function useSearchParts(): SearchParts {
  const [search, setSearch] = useSearchParams();
  const taskId = search.get('task');
  const workspaceId = search.get('in');
  const opened = taskId === null || workspaceId === null ? undefined : { taskId, workspaceId };
  return {
    query: search.get('q') ?? '',
    opened,
    ask: (query) =>
      setSearch(
        (params) => {
          params.set('q', query);
          return params;
        },
        { replace: true },
      ),
    open: (task) =>
      setSearch(
        (params) => {
          params.delete('task');
          params.delete('in');
          if (task === undefined) return params;
          params.set('task', task.taskId);
          params.set('in', task.workspaceId);
          return params;
        },
        { replace: task === undefined || opened !== undefined },
      ),
  };
}
