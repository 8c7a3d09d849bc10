import { useMessages } from '#client/i18n/messages.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import type { Added } from '../quick-add-form.tsx';
import type { TaskActions } from '../use-task-actions.ts';

/** Tells what was added, and shows it in words where the surface does not: several at once, or one that went elsewhere. */
export function useTellAdded(actions: TaskActions): (added: Added) => void {
  const { tasks: words } = useMessages();
  const announce = useAnnounce();
  return ({ ids, elsewhere }) => {
    const text = words.added({ count: ids.length });
    announce(text);
    if (elsewhere !== undefined) actions.notify(elsewhere);
    else if (ids.length > 1) actions.notify(text);
  };
}
