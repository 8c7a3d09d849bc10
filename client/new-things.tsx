import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation, useSearch } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { createWorkspaceMaker } from '#client/create-workspace.ts';
import { useMoveFailures } from '#client/failed-moves.tsx';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import { useToasts } from '#client/ui/toast.tsx';

const NewWorkspace = lazy(async () => ({
  default: (await import('#client/workspaces/new-workspace.tsx')).NewWorkspace,
}));
const RenameWorkspace = lazy(async () => ({
  default: (await import('#client/workspaces/rename-workspace.tsx')).RenameWorkspace,
}));
const NewProject = lazy(async () => ({
  default: (await import('#client/projects/new-project.tsx')).NewProject,
}));

/**
 * What is asked for by the address, over any view: `?new=workspace`, `?new=project&in=<workspaceId>`, and
 * `?rename=<workspaceId>`. Back closes it.
 * And what is said of moves that did not come to be.
 */
export function NewThings({ browser, session }: AppProps) {
  const [location, navigate] = useLocation();
  const search = new URLSearchParams(useSearch());
  const store = useStore();
  const toasts = useToasts();
  const words = useWorkspacesWords();
  const workspaces = useWorkspaces();
  useMoveFailures();
  const close = () => navigate(location, { replace: true });
  const created = ({ id, name }: { id: string; name: string }) => {
    close();
    const run = () => navigate(`?new=project&in=${id}`);
    const action = { label: words.addProject, testId: 'toast-add-project', run };
    toasts.show({ id: 'workspace', text: words.created({ name }), action });
  };
  if (search.get('new') === 'workspace') {
    const { userId } = store;
    const create = createWorkspaceMaker({ browser, session, userId });
    return (
      <Suspense>
        <NewWorkspace onCreate={create} onCreated={created} onClose={close} />
      </Suspense>
    );
  }
  const named = workspaces.find(
    ({ id, isRenamable }) => isRenamable && id === search.get('rename'),
  );
  if (named !== undefined) {
    return (
      <Suspense>
        <RenameWorkspace workspace={named} onClose={close} />
      </Suspense>
    );
  }
  if (search.get('new') !== 'project') return null;
  return (
    <Suspense>
      <NewProject
        workspaceId={search.get('in') ?? undefined}
        onAdded={(projectId) => navigate(`/project/${projectId}`)}
        onClose={close}
      />
    </Suspense>
  );
}
