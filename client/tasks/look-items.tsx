import { Ban, PanelRight } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { MenuItem } from '#client/ui/menu.tsx';
import type { TaskMenuProps } from './task-menu.tsx';

/** What the menu of a task has for whoever may only look at it, and why there is no more. */
export function LookItems({ onOpenTask }: Pick<TaskMenuProps, 'onOpenTask'>) {
  const { tasks: words, errors } = useMessages();
  return (
    <>
      {onOpenTask === undefined ? null : (
        <MenuItem icon={<PanelRight />} keys={shortcuts.list.open[0]} onSelect={onOpenTask}>
          {words.open}
        </MenuItem>
      )}
      <MenuItem icon={<Ban />} isDisabled testId="menu-view-only" onSelect={() => undefined}>
        {errors.viewOnly}
      </MenuItem>
    </>
  );
}
