import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useActivityWords } from '#client/i18n/compiled/use-activity-words.ts';
import { PanelSection } from '#client/ui/panel-section.tsx';
import type { Task } from '#shared/task';
import type { ActivitySource } from './use-activity.ts';

const ActivityList = lazy(async () => ({
  default: (await import('./activity-list.tsx')).ActivityList,
}));

/** The activity of a task, folded until somebody asks for it: nothing is read or loaded before. */
export function ActivitySection({ task, ...source }: { task: Task } & ActivitySource) {
  const words = useActivityWords();
  return (
    <PanelSection title={words.title} startsOpen={false} testId="activity">
      <Suspense fallback={<div className="h-8" />}>
        <ActivityList key={task.id} task={task} {...source} />
      </Suspense>
    </PanelSection>
  );
}
