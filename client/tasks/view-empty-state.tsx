import { Link } from 'wouter';
import { useEmptyWords } from '#client/i18n/compiled/use-empty-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts, viewPaths } from '#client/keys/shortcuts.ts';
import { SunDrawing, TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import type { TaskView } from './task-rows.ts';

/** What a view without tasks says, and the way on from there with its key. */
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
  const action = view.name === 'today' ? <PlanLink /> : <AddHint />;
  return <EmptyState drawing={drawing} {...words} action={action} />;
}

function PlanLink() {
  const empty = useEmptyWords();
  return (
    <Link
      href={viewPaths['go-inbox']}
      data-testid="plan-from-inbox"
      className="press inline-flex h-9 items-center gap-2.5 rounded-control border border-edge px-3 text-[0.8125rem] font-medium hover:bg-raised pointer-coarse:h-11"
    >
      {empty.todayAction}
      <span className="pointer-coarse:hidden">
        <Kbd keys={shortcuts.views['go-inbox'][0]} />
      </span>
    </Link>
  );
}

/** The button that adds stands above already: this is its key. */
function AddHint() {
  const { tasks } = useMessages();
  return (
    <p
      aria-hidden="true"
      className="flex items-center gap-2 text-[0.8125rem] text-muted pointer-coarse:hidden"
    >
      {tasks.add}
      <Kbd keys={shortcuts.anywhere.add[0]} />
    </p>
  );
}
