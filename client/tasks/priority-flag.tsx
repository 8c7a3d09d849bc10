import { Flag } from 'lucide-react';
import type { Task } from '#shared/task';
import { classNames } from '#client/ui/class-names.ts';

/** All priorities, the most pressing first. */
export const priorities = ['urgent', 'high', 'medium', 'low', 'none'] as const;

const colors: Record<Task['priority'], string> = {
  urgent: 'text-danger',
  high: 'text-warn',
  medium: 'text-accent',
  low: 'text-muted',
  none: 'text-muted',
};

/** A flag in the colour of a priority, filled from high on; its number stands beside it wherever it is not in a menu. */
export function PriorityFlag({ priority }: { priority: Task['priority'] }) {
  const isFilled = priority === 'urgent' || priority === 'high';
  return (
    <Flag
      aria-hidden="true"
      strokeWidth={1.75}
      className={classNames('size-4 shrink-0', colors[priority], isFilled && 'fill-current')}
    />
  );
}

/** The number of a priority as its key names it: 1 urgent … 4 low, 0 none. */
export function priorityNumber(priority: Task['priority']): number {
  return (priorities.indexOf(priority) + 1) % priorities.length;
}
