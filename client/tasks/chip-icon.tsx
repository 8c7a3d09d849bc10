import { Bell, CalendarDays, CalendarPlus, Clock, Hourglass, Repeat, User } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QuickAddToken } from '#shared/quick-add-token';
import { ColorDot } from '#client/ui/badge.tsx';
import { PriorityFlag } from './priority-flag.tsx';
import type { QuickAddSources } from './use-quick-add-context.ts';

const icons: Partial<Record<QuickAddToken['kind'], ReactNode>> = {
  due: <CalendarDays className="text-accent" aria-hidden="true" />,
  time: <Clock className="text-accent" aria-hidden="true" />,
  repeat: <Repeat className="text-accent" aria-hidden="true" />,
  start: <CalendarPlus className="text-accent" aria-hidden="true" />,
  reminder: <Bell className="text-accent" aria-hidden="true" />,
  estimate: <Hourglass className="text-accent" aria-hidden="true" />,
  person: <User className="text-accent" aria-hidden="true" />,
};

/** The picture of a chip; labels and projects have their colour. */
export function ChipIcon({ token, sources }: { token: QuickAddToken; sources: QuickAddSources }) {
  const { labels, projects } = sources;
  switch (token.kind) {
    case 'priority':
      return <PriorityFlag priority={token.priority} />;
    case 'label':
      return <ColorDot color={labels.find(({ id }) => id === token.labelId)?.color ?? 'gray'} />;
    case 'project':
      return (
        <ColorDot color={projects.find(({ id }) => id === token.projectId)?.color ?? 'gray'} />
      );
    default:
      return icons[token.kind];
  }
}
