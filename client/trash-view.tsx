import { useTrashedFilters } from '#client/filters/filter-queries.ts';
import { TrashedFilters } from '#client/filters/trashed-filters.tsx';
import { MovedTo } from '#client/moved-to.tsx';
import { TrashedProjects } from '#client/projects/trashed-projects.tsx';
import { TrashPage } from '#client/tasks/trash-page.tsx';

/** The trash of tasks, projects and filters on one page. */
export function TrashView({ onUndo }: { onUndo: () => void }) {
  const hasFilters = useTrashedFilters().length > 0;
  const otherTrash = (
    <>
      <TrashedProjects renderMoved={renderMoved} />
      <TrashedFilters />
    </>
  );
  return (
    <TrashPage
      otherTrash={otherTrash}
      hasOtherTrash={hasFilters}
      renderMoved={renderMoved}
      onUndo={onUndo}
    />
  );
}

function renderMoved(copyId: string) {
  return <MovedTo copyId={copyId} />;
}
