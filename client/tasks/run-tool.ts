import { organiseWords } from '#client/i18n/compiled/en/organise-words.ts';
import type { OrganiseWords } from '#client/i18n/compiled/types/organise-words.ts';
import type { Language } from '#client/i18n/language.ts';
import { readArea } from '#client/i18n/read-area.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { completeAll, setPriorityOfAll, trashAll } from './bulk-commands.ts';
import { duplicateTasks } from './duplicate-tasks.ts';
import { indentTasks, type MoveOutcome, outdentTasks } from './move-tasks.ts';
import { priorities } from './priority-flag.tsx';
import { readTask } from './task-change.ts';

/** What a tool works with: on which tasks, in which list. */
export interface ToolContext {
  store: AppStore;
  language: Language;
  /** The tasks, in the order of the list. */
  taskIds: readonly string[];
  /** All ids of the list as it is shown. */
  order: readonly string[];
  today: string;
  /** Says what was done, with Undo. */
  notify: (text: string) => void;
  /** Says why nothing was done. */
  refuse: (text: string) => void;
}

/** Does at once what a key or button asks for some tasks; what needs a dialog is not for it. */
export async function runTool(id: ListShortcut, context: ToolContext): Promise<void> {
  const { store, taskIds, order, today, notify } = context;
  const words = await readArea(context.language, 'organise', organiseWords);
  const count = taskIds.length;
  const say = (batch: unknown, text: string) => (batch === undefined ? undefined : notify(text));
  switch (id) {
    case 'done': {
      const batch = await completeAll(store, { taskIds, today });
      const isReopened = batch?.label === 'task.reopen';
      return say(
        batch,
        isReopened ? words.select.reopened({ count }) : words.select.completed({ count }),
      );
    }
    case 'trash':
      return say(await trashAll(store, { taskIds }), words.select.trashed({ count }));
    case 'duplicate': {
      const { batch, copyIds } = await duplicateTasks(store, { taskIds });
      return say(batch, words.select.duplicated({ count: copyIds.length }));
    }
    case 'indent': {
      const outcome = await indentTasks(store, { taskIds, order });
      return tellMove({ ...context, words }, outcome, [words.move.indented, words.move.noParent]);
    }
    case 'outdent': {
      const outcome = await outdentTasks(store, { taskIds });
      const isTop = taskIds.every((taskId) => (readTask(store, taskId)?.parentId ?? null) === null);
      const why = isTop ? words.move.noLevel : words.move.tooDeep;
      return tellMove({ ...context, words }, outcome, [words.move.outdented, why]);
    }
    default: {
      const priority = priorities.find((value) => id === `priority-${value}`);
      if (priority === undefined) return undefined;
      return say(
        await setPriorityOfAll(store, { taskIds, priority }),
        words.select.prioritised({ count }),
      );
    }
  }
}

/** Says that tasks were moved, or why they were not. */
function tellMove(
  { notify, refuse, words }: Pick<ToolContext, 'notify' | 'refuse'> & { words: OrganiseWords },
  outcome: MoveOutcome,
  [moved, notMoved]: readonly [moved: string, notMoved: string],
): void {
  if (outcome.name === 'moved') notify(moved);
  else refuse(outcome.name === 'too-deep' ? words.move.tooDeep : notMoved);
}
