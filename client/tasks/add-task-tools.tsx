import { CalendarDays } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Task } from '#shared/task';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Menu, MenuItem } from '#client/ui/menu.tsx';
import { Popover } from '#client/ui/popover.tsx';
import { useToday } from '#client/ui/timing.ts';
import type { TaskSchedule } from './edit-commands.ts';
import { priorities, PriorityFlag } from './priority-flag.tsx';
import type { ScheduleDraft } from './schedule-editor.tsx';
import { DueBadge } from './task-chips.tsx';

const ScheduleEditor = lazy(async () => ({
  default: (await import('./schedule-editor.tsx')).ScheduleEditor,
}));

/** Date and priority for a task that is being written down. */
export function AddTaskTools({
  priority,
  schedule,
  isSaid,
  onPriority,
  onSchedule,
}: {
  priority: Task['priority'];
  schedule: ScheduleDraft;
  /** What a chip of the line says already is not said twice. */
  isSaid: { schedule: boolean; priority: boolean };
  onPriority: (priority: Task['priority']) => void;
  onSchedule: (schedule: TaskSchedule) => void;
}) {
  const { tasks: words } = useMessages();
  const { chip } = useCaptureWords();
  return (
    <>
      <NewSchedule schedule={schedule} isSaid={isSaid.schedule} onChange={onSchedule} />
      <Menu
        label={words.priority}
        trigger={
          <Button
            size="small"
            look="quiet"
            aria-label={chip({ kind: words.priority, words: words.priorities[priority] })}
          >
            <PriorityFlag priority={isSaid.priority ? 'none' : priority} />
            <span className="max-sm:hidden">
              {priority === 'none' || isSaid.priority ? words.priority : words.priorities[priority]}
            </span>
          </Button>
        }
      >
        {priorities.map((value) => (
          <MenuItem
            key={value}
            icon={<PriorityFlag priority={value} />}
            isChecked={value === priority}
            onSelect={() => onPriority(value)}
          >
            {words.priorities[value]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function NewSchedule({
  schedule,
  isSaid,
  onChange,
}: {
  schedule: ScheduleDraft;
  isSaid: boolean;
  onChange: (schedule: TaskSchedule) => void;
}) {
  const { tasks: words } = useMessages();
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  let summary: ReactNode = <span className="max-sm:hidden">{words.due}</span>;
  const isShown = schedule.dueDate !== null && !isSaid;
  if (isShown) summary = <DueBadge task={{ ...schedule, status: 'todo' }} today={today} />;
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      label={words.due}
      trigger={
        <Button size="small" look="quiet" aria-label={words.due}>
          {isShown ? null : <CalendarDays />}
          {summary}
        </Button>
      }
    >
      <Suspense fallback={<div className="h-80" />}>
        <ScheduleEditor
          schedule={schedule}
          today={today}
          onChange={onChange}
          onDone={() => setIsOpen(false)}
        />
      </Suspense>
    </Popover>
  );
}
