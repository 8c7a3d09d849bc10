import { useSearchParams } from 'wouter';

/** What the address of a view says: which task is open, and where a task is being added. */
export interface TaskParams {
  openId: string | undefined;
  /** The column or day that is written to; `1` is wherever the view thinks best. */
  addTo: string | undefined;
  setOpen: (taskId: string | undefined) => void;
  setAddTo: (place: string | undefined) => void;
}

/** See `TaskParams`. Opening a task is a step to come back from; all else is not. */
export function useTaskParams(): TaskParams {
  const [search, setSearch] = useSearchParams();
  const openId = search.get('task') ?? undefined;
  const set = (name: 'task' | 'add', value: string | undefined) =>
    setSearch(
      (params) => {
        if (value === undefined) params.delete(name);
        else params.set(name, value);
        return params;
      },
      { replace: value === undefined || name === 'add' || openId !== undefined },
    );
  return {
    openId,
    addTo: search.get('add') ?? undefined,
    setOpen: (taskId) => set('task', taskId),
    setAddTo: (place) => set('add', place),
  };
}
