import { LabelMissing } from '#client/labels/label-missing.tsx';
import { useLabel } from '#client/labels/label-queries.ts';
import { TaskListPage } from '#client/tasks/task-list-page.tsx';
import type { TaskViewsProps } from '#client/task-views.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';

/** The open tasks of all projects that carry one label. */
export function LabelView({ labelId, ...props }: TaskViewsProps & { labelId: string }) {
  const label = useLabel(labelId);
  if (label === undefined) {
    return <LabelMissing />;
  }
  return (
    <TaskListPage
      {...props}
      view={{ name: 'label', labelId }}
      title={label.name}
      icon={<ProjectMark color={label.color} icon={null} />}
    />
  );
}
