import { useMessages } from '#client/i18n/messages.ts';
import { SunDrawing, TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { TaskView } from './task-rows.ts';

/** What a view without tasks says. */
export function ViewEmptyState({ view }: { view: TaskView }) {
  const { empty } = useMessages();
  switch (view.name) {
    case 'inbox':
      return (
        <EmptyState drawing={<TrayDrawing />} title={empty.inboxTitle} text={empty.inboxText} />
      );
    case 'today':
      return (
        <EmptyState drawing={<SunDrawing />} title={empty.todayTitle} text={empty.todayText} />
      );
    case 'all':
      return <EmptyState drawing={<TrayDrawing />} title={empty.allTitle} text={empty.allText} />;
    case 'project':
      return (
        <EmptyState drawing={<TrayDrawing />} title={empty.projectTitle} text={empty.projectText} />
      );
  }
}
