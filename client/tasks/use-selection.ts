import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SelectionStep } from './change-selection.ts';
import type { TaskRowData } from './task-rows.ts';

/** The selected tasks of a list: `base` is what was selected before the range that begins at `anchorId`. */
export interface Selection {
  ids: ReadonlySet<string>;
  base: ReadonlySet<string>;
  anchorId: string | undefined;
}

const nothing: Selection = { ids: new Set(), base: new Set(), anchorId: undefined };

/** The ids of the selected rows in the order of the list, and how to change them; rows that leave are out of it. */
export function useSelection(rows: readonly TaskRowData[]): {
  selectedIds: ReadonlySet<string>;
  select: (step: SelectionStep) => void;
} {
  const [selection, setSelection] = useState(nothing);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const select = useCallback((step: SelectionStep) => {
    void import('./change-selection.ts').then(({ changeSelection }) => {
      const order = latest.current.map(({ task }) => task.id);
      setSelection((held) => changeSelection(held, step, order));
    });
  }, []);
  const selectedIds = useMemo(() => {
    if (selection.ids.size === 0) return selection.ids;
    const ids = rows.map(({ task }) => task.id);
    return new Set(ids.filter((id) => selection.ids.has(id)));
  }, [selection, rows]);
  return { selectedIds, select };
}
