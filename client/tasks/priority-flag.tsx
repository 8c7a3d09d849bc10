import { Flag } from 'lucide-react';
import type { Task } from '#shared/task';
import { classNames } from '#client/ui/class-names.ts';

/** All priorities, the most pressing first, with the key that sets each. */
export const priorities: readonly { value: Task['priority']; key: string }[] = [
  { value: 'urgent', key: '1' },
  { value: 'high', key: '2' },
  { value: 'medium', key: '3' },
  { value: 'low', key: '4' },
  { value: 'none', key: '0' },
];

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

/** The number of a priority as the keys name it: 1 urgent … 4 low. */
export function priorityKey(priority: Task['priority']): string {
  return priorities.find(({ value }) => value === priority)?.key ?? '';
}
