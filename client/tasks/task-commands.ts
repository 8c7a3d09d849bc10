import type { AppStore } from '#client/store/app-store.ts';
import { createStateCommands, createTextCommands } from './edit-commands.ts';
import { createAddCommand, createMoveCommands, createTrashCommands } from './place-commands.ts';

/** The only way tasks are written. Each command is one batch, on disk when its promise resolves. */
export type TaskCommands = ReturnType<typeof createTaskCommands>;

/**
 * Commands on tasks over a store. `base` is the stamp the person saw when the edit began (A14): editors take it with
 * `beginEdit` when they open; commands of one tap take it themselves.
 */
export function createTaskCommands(store: AppStore) {
  return {
    /** The `base` for an edit of a group that begins now. */
    beginEdit: (taskId: string, group: string) => store.baseOf(taskId, group),
    ...createAddCommand(store),
    ...createTextCommands(store),
    ...createStateCommands(store),
    ...createMoveCommands(store),
    ...createTrashCommands(store),
  };
}
