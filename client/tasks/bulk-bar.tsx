import {
  CalendarDays,
  CheckCheck,
  CircleCheck,
  CopyPlus,
  FolderInput,
  type LucideIcon,
  Tag,
  Trash2,
  X,
} from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { type ListShortcut, shortcuts } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';
import { belongsToFocus } from '#client/ui/keyboard.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { Menu, MenuItem } from '#client/ui/menu.tsx';
import { priorities, PriorityFlag } from './priority-flag.tsx';
import type { TaskToolsProps } from './task-tools.tsx';

/** How many tasks are selected and what can be done with all of them; Escape ends it. */
export function BulkBar({ rows, tools }: Pick<TaskToolsProps, 'rows' | 'tools'>) {
  const { selectedIds } = tools;
  const words = useOrganiseWords().select;
  const { tasks } = useMessages();
  const count = selectedIds.size;
  useSaidCount(count);
  useClearOnEscape(tools.clear);
  const ask = (id: ListShortcut) => tools.ask({ id, taskIds: [...selectedIds] });
  return (
    <div
      data-bulk=""
      className="pointer-events-none absolute inset-x-0 bottom-0 z-30 flex justify-center sm:bottom-4"
    >
      <div
        role="toolbar"
        aria-label={words.bar}
        data-testid="bulk-bar"
        className="pointer-events-auto flex animate-rise-in flex-wrap items-center gap-x-0.5 bg-surface p-1.5 shadow-float max-sm:w-full max-sm:rounded-t-card sm:rounded-card"
      >
        <span className="tabular ps-2.5 pe-2 text-[0.8125rem] font-semibold max-sm:grow">
          {words.selected({ count })}
        </span>
        {count < rows.length ? (
          <IconButton
            label={words.all}
            keys={shortcuts.list['select-all'][0]}
            onClick={() => tools.select({ name: 'all' })}
          >
            <CheckCheck />
          </IconButton>
        ) : null}
        <span aria-hidden="true" className="order-last mx-1 h-5 w-px bg-line max-sm:hidden" />
        <IconButton
          label={words.clear}
          keys={shortcuts.anywhere.back[0]}
          data-testid="bulk-clear"
          className="sm:order-last"
          onClick={tools.clear}
        >
          <X />
        </IconButton>
        <span className="flex items-center justify-between gap-0.5 max-sm:w-full">
          <Tool id="done" icon={CircleCheck} label={words.done} onAsk={ask} />
          <Tool id="schedule" icon={CalendarDays} label={words.schedule} onAsk={ask} />
          <PriorityTool onAsk={ask} />
          <Tool id="labels" icon={Tag} label={tasks.labels} onAsk={ask} />
          <Tool id="move" icon={FolderInput} label={words.move} onAsk={ask} />
          <Tool id="duplicate" icon={CopyPlus} label={words.duplicate} onAsk={ask} />
          <Tool id="trash" icon={Trash2} label={words.trash} onAsk={ask} />
        </span>
      </div>
    </div>
  );
}

/** Screen readers hear of each change, and of the end. */
function useSaidCount(count: number): void {
  const words = useOrganiseWords().select;
  const announce = useAnnounce();
  useEffect(() => announce(words.selected({ count })), [announce, words, count]);
  useEffect(() => () => announce(words.cleared), [announce, words]);
}

/** Before anything else that Escape would close, such as the panel beside the list. */
function useClearOnEscape(onClear: () => void): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || belongsToFocus(event)) return;
      event.preventDefault();
      onClear();
    };
    document.addEventListener('keydown', handle, true);
    return () => document.removeEventListener('keydown', handle, true);
  }, [onClear]);
}

function Tool({
  id,
  icon: Icon,
  label,
  onAsk,
}: {
  id: ListShortcut;
  icon: LucideIcon;
  label: string;
  onAsk: (id: ListShortcut) => void;
}) {
  return (
    <IconButton
      label={label}
      keys={shortcuts.list[id][0]}
      data-testid={`bulk-${id}`}
      onClick={() => onAsk(id)}
    >
      <Icon />
    </IconButton>
  );
}

function PriorityTool({ onAsk }: { onAsk: (id: ListShortcut) => void }) {
  const { tasks } = useMessages();
  const trigger: ReactNode = (
    <IconButton label={tasks.priority} data-testid="bulk-priority">
      <PriorityFlag priority="none" />
    </IconButton>
  );
  return (
    <Menu label={tasks.priority} trigger={trigger}>
      {priorities.map((value) => (
        <MenuItem
          key={value}
          icon={<PriorityFlag priority={value} />}
          keys={shortcuts.list[`priority-${value}`][0]}
          onSelect={() => onAsk(`priority-${value}`)}
        >
          {tasks.priorities[value]}
        </MenuItem>
      ))}
    </Menu>
  );
}
