import { Archive } from 'lucide-react';
import { useProjectActionsWords } from '#client/i18n/compiled/use-project-actions-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { createProjectCommands } from './project-commands.ts';

/** Says on the page of an archived project that it is one, and brings it back. */
export function ArchivedNote({ projectId }: { projectId: string }) {
  const words = useProjectActionsWords();
  const store = useStore();
  return (
    <div className="mx-auto w-full max-w-[760px] shrink-0 px-4 pb-2 sm:ps-[42px] sm:pe-5">
      <p className="flex flex-wrap items-center gap-2 rounded-control bg-raised px-3 py-1.5 text-[0.8125rem] text-muted">
        <Archive className="size-4 shrink-0" aria-hidden="true" />
        <span className="grow">{words.archivedText}</span>
        <Button
          size="small"
          data-testid="unarchive"
          onClick={() => void createProjectCommands(store).unarchive(projectId)}
        >
          {words.unarchive}
        </Button>
      </p>
    </div>
  );
}
