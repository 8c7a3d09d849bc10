import { useMemo } from 'react';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { type Language, useLanguage } from '#client/i18n/language.ts';
import { type Toasts, useToasts } from '#client/ui/toast.tsx';
import type { CommandResult } from './task-change.ts';
import { createTaskCommands, type TaskCommands } from './task-commands.ts';

/** Commands on tasks that tell what they did, with Undo in the message. */
export interface TaskActions {
  commands: TaskCommands;
  /** Runs a command and, when it changed something, shows what was done with an Undo of 10 s. */
  tell: (running: CommandResult) => CommandResult;
  /** Shows words of one's own about the last action, with Undo. */
  notify: (text: string) => void;
  /** Says why nothing was done. */
  refuse: (text: string) => void;
  /** Runs a command without words: its effect is plain to see. An older Undo message goes. */
  quietly: (running: CommandResult) => CommandResult;
}

/** The actions on tasks; the same object between renders, so that rows need not render again. */
export function useTaskActions(): TaskActions {
  const store = useStore();
  const toasts = useToasts();
  const language = useLanguage();
  return useMemo(() => createTaskActions({ store, toasts, language }), [store, toasts, language]);
}

/** One message for all actions: Undo takes back the last action, so an older message must not offer it. */
export const undoToastId = 'undo';

function createTaskActions(of: {
  store: AppStore;
  toasts: Toasts;
  language: Language;
}): TaskActions {
  const { store, toasts, language } = of;
  const notify = (text: string) => {
    const action = {
      label: language.messages.common.undo,
      testId: 'toast-undo',
      run: () => void store.undo(),
    };
    toasts.show({ id: undoToastId, text, action });
  };
  return {
    commands: createTaskCommands(store),
    notify,
    refuse: (text) => toasts.show({ id: 'refused', text }),
    tell: async (running) => {
      const batch = await running;
      if (batch === undefined) return batch;
      const { toldOf } = await import('#client/i18n/action-word.ts');
      notify(await toldOf(language, batch));
      return batch;
    },
    quietly: async (running) => {
      const batch = await running;
      if (batch !== undefined) toasts.dismiss(undoToastId);
      return batch;
    },
  };
}
