import { type RefObject, use, useCallback, useEffect, useRef, useState } from 'react';
import { LanguageContext } from '#client/i18n/language.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { useStore } from '#client/store/store-context.ts';
import type { TaskRowData } from './task-rows.ts';
import type { ActiveRow } from './use-active-row.ts';
import { isTouched, useLongPress } from './use-long-press.ts';
import { useSelection } from './use-selection.ts';
import type { TaskActions } from './use-task-actions.ts';

/** What is asked for tasks by a key or a button: done at once, or in a dialog. */
export interface AskedTool {
  id: ListShortcut;
  taskIds: readonly string[];
}

interface ListOfTools {
  rows: readonly TaskRowData[];
  list: RefObject<HTMLElement | null>;
  active: ActiveRow;
  today: string;
  actions: TaskActions;
}

const dialogTools = /^(schedule|deadline|repeat|labels|move)$/;

/** The selection of a list, and the tools for what is selected; all functions stay the same between renders. */
export function useListTools(of: ListOfTools) {
  const { rows, list } = of;
  const { activate, takeFocus } = of.active;
  const { selectedIds, select } = useSelection(rows);
  const latest = useRef({ ...of, selectedIds });
  useEffect(() => {
    latest.current = { ...of, selectedIds };
  });
  useLongPress(list, select);
  const { asked, ask, endAsk } = useAsked(latest, of);
  /** Whether a press on a row was about the selection; if not, it opens the task. */
  const choose = useCallback(
    (taskId: string, held: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>) => {
      const { selectedIds: ids, active } = latest.current;
      if (held.shiftKey) {
        const fromId = latest.current.rows[active.index]?.task.id;
        select({ name: 'extend', fromId, toId: taskId });
        activate(taskId);
        return true;
      }
      const isChosen = held.ctrlKey || held.metaKey || (ids.size > 0 && isTouched());
      if (isChosen) select({ name: 'toggle', taskId });
      return isChosen;
    },
    [select, activate],
  );
  const dragged = useCallback((taskId: string) => {
    const { selectedIds: ids } = latest.current;
    return ids.has(taskId) ? [...ids] : [taskId];
  }, []);
  const clear = useCallback(() => {
    select({ name: 'clear' });
    takeFocus();
  }, [select, takeFocus]);
  return { selectedIds, select, asked, ask, choose, dragged, clear, endAsk };
}

/** Does what is asked for, or keeps it until its dialog closes. */
export function useAsked(
  latest: RefObject<{ rows: readonly Pick<TaskRowData, 'task'>[]; today: string }>,
  { active, actions }: { active: Pick<ActiveRow, 'takeFocus'>; actions: TaskActions },
) {
  const { takeFocus } = active;
  const store = useStore();
  const language = use(LanguageContext);
  const [asked, setAsked] = useState<AskedTool>();
  const ask = useCallback(
    (tool: AskedTool) => {
      if (!actions.allows(tool.taskIds)) return undefined;
      if (dialogTools.test(tool.id)) return setAsked(tool);
      const { rows, today } = latest.current;
      const order = rows.map(({ task }) => task.id);
      const { taskIds } = tool;
      void import('./run-tool.ts').then(({ runTool }) =>
        runTool(tool.id, { store, language, taskIds, order, today, ...actions }),
      );
    },
    [latest, store, language, actions],
  );
  const endAsk = useCallback(() => {
    setAsked(undefined);
    takeFocus();
  }, [takeFocus]);
  return { asked, ask, endAsk };
}
