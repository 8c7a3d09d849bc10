import { useEmptyWords } from '#client/i18n/compiled/use-empty-words.ts';
import { SunDrawing, TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { TaskView } from './task-rows.ts';

/** What a view without tasks says. */
export function ViewEmptyState({ view }: { view: TaskView }) {
  const empty = useEmptyWords();
  const words = {
    inbox: { title: empty.inboxTitle, text: empty.inboxText },
    today: { title: empty.todayTitle, text: empty.todayText },
    upcoming: { title: empty.upcomingTitle, text: empty.upcomingText },
    // A filter says what it says itself.
    filter: { title: '', text: '' },
    all: { title: empty.allTitle, text: empty.allText },
    label: { title: empty.projectTitle, text: empty.allText },
    project: { title: empty.projectTitle, text: empty.projectText },
  }[view.name];
  const drawing = view.name === 'today' ? <SunDrawing /> : <TrayDrawing />;
  return <EmptyState drawing={drawing} {...words} />;
}
