import { useState } from 'react';
import type { ListParams } from './use-list-params.ts';

/** The task that is shown beside its list, and how: opened with the focus, or only peeked at, with the focus in the list. */
export interface ShownTask {
  id: string | undefined;
  isPeeked: boolean;
  open: (taskId: string) => void;
  /** Shows a task without moving the focus; the one that is peeked at is shown no more. */
  peek: (taskId: string) => void;
  /** Shows this one instead if one is peeked at. */
  follow: (taskId: string) => void;
  close: () => void;
}

/** See `ShownTask`; which one it is stands in the address. */
export function useShownTask({
  selectedId,
  setParam,
}: Pick<ListParams, 'selectedId' | 'setParam'>): ShownTask {
  const [peekedId, setPeekedId] = useState<string>();
  const isPeeked = selectedId !== undefined && peekedId === selectedId;
  const show = (taskId: string | undefined, isPeek: boolean) => {
    setPeekedId(isPeek ? taskId : undefined);
    setParam('task', taskId);
  };
  return {
    id: selectedId,
    isPeeked,
    open: (taskId) => show(taskId, false),
    peek: (taskId) => show(isPeeked && taskId === selectedId ? undefined : taskId, true),
    follow: (taskId) => {
      if (isPeeked) show(taskId, true);
    },
    close: () => show(undefined, false),
  };
}
