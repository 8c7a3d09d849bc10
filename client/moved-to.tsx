import { CornerUpRight } from 'lucide-react';
import { Link } from 'wouter';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';

/**
 * Says of something in the trash that it went to another workspace, and leads there while it is there: who restores it has
 * two. `copyId` is its `movedTo`, the id that it has there.
 */
export function MovedTo({ copyId }: { copyId: string }) {
  const words = useWorkspacesWords();
  const store = useStore();
  const workspaces = useWorkspaces();
  const copy = store.current(copyId);
  const workspace = workspaces.find(({ id }) => id === copy?.workspaceId);
  const name = workspace?.isPersonal === true ? words.personal : workspace?.name;
  const text = name === undefined ? words.movedAway : words.movedTo({ workspace: name });
  const style = 'inline-flex min-w-0 items-center gap-1 text-xs text-muted';
  const shown = (
    <>
      <CornerUpRight className="size-3.5 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
      <span className="truncate">{text}</span>
    </>
  );
  if (copy === undefined || copy['trashedAt'] !== null) {
    return (
      <span data-testid="moved-to" className={style}>
        {shown}
      </span>
    );
  }
  const path = copy.kind === 'project' ? `/project/${copyId}` : `/all?task=${copyId}`;
  return (
    <Link
      href={path}
      data-testid="moved-to"
      className={`${style} min-h-6 underline-offset-2 hover:underline pointer-coarse:min-h-11`}
    >
      {shown}
    </Link>
  );
}
