import { useSearchParams } from 'wouter';

/** What of a list stands in the address, so that it can be gone back to: the open task, the open line, a new section. */
export interface ListParams {
  selectedId: string | undefined;
  isAdding: boolean;
  /** The day or the section that is added to, as written in the address; empty for the view itself. */
  wantedPart: string;
  isAddingSection: boolean;
  setParam: (name: 'task' | 'add' | 'section', value: string | undefined) => void;
}

/** See `ListParams`. */
export function useListParams(): ListParams {
  const [search, setSearch] = useSearchParams();
  const selectedId = search.get('task') ?? undefined;
  return {
    selectedId,
    isAdding: search.has('add'),
    wantedPart: search.get('add') ?? '',
    isAddingSection: search.has('section'),
    setParam: (name, value) =>
      setSearch(
        (params) => {
          if (value === undefined) params.delete(name);
          else params.set(name, value);
          return params;
        },
        // Opening a task is a step to come back from; all else is not.
        { replace: value === undefined || name !== 'task' || selectedId !== undefined },
      ),
  };
}
