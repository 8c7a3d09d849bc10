import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

/** What a search says before anything is asked, and where nothing was found; then a task can be made of the query. */
export function SearchNothing({ query }: { query: string }) {
  const words = useFindWords();
  const { commands, notify } = useTaskActions();
  if (query === '') {
    return <EmptyState drawing={<TrayDrawing />} title={words.startTitle} text={words.startText} />;
  }
  const create = async () => {
    await commands.add({ titles: [query], place: { projectId: null, parentId: null } });
    notify(words.created({ title: query }));
  };
  return (
    <EmptyState
      drawing={<TrayDrawing />}
      title={words.noneTitle({ query })}
      text={words.noneText}
      action={
        <Button data-testid="search-create" onClick={() => void create()}>
          {words.createTask({ title: query })}
        </Button>
      }
    />
  );
}
