import { Layers2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import type { OpenedWorkspace } from '#client/store/use-workspaces.ts';
import { BareDialog } from '#client/ui/dialog.tsx';
import { Picker } from '#client/ui/picker.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import type { Project } from '#shared/project';
import { useOtherWorkspaces } from './use-other-workspaces.ts';

/** Asks to which workspace a project is to go, with all that is in it, and moves it there. */
export function MoveProjectDialog({
  project,
  onGoTo,
  onDone,
}: {
  project: Project;
  onGoTo: (projectId: string) => void;
  onDone: () => void;
}) {
  const words = useWorkspacesWords();
  const { common } = useMessages();
  const store = useStore();
  const toasts = useToasts();
  const [location] = useLocation();
  const others = useOtherWorkspaces(project);
  const { id: projectId, name } = project;
  const nameOf = (workspace: OpenedWorkspace) =>
    workspace.isPersonal ? words.personal : workspace.name;
  const move = async (to: string) => {
    const target = others.find(({ id }) => id === to);
    if (target === undefined) return;
    onDone();
    const { NotWholeError, sendProject } = await import('#client/store/send-tasks.ts');
    const moved = await sendProject(store, { projectId, to }).catch((error: unknown) => {
      if (!(error instanceof NotWholeError)) throw error;
      toasts.show({ id: 'refused', text: words.notWhole });
    });
    if (moved === undefined) return;
    // Where it was is nothing to look at any more.
    if (location === `/project/${projectId}`) onGoTo(moved.projectId);
    const run = () => void store.undo();
    const action = { label: common.undo, testId: 'toast-undo', run };
    const text = words.projectMoved({ name, workspace: nameOf(target) });
    toasts.show({ id: 'undo', text, action });
  };
  const title = words.moveProject({ name });
  return (
    <BareDialog title={title} onClose={onDone}>
      <Picker
        label={title}
        placeholder={words.choose}
        nothingText={words.nothing}
        items={others.map((workspace) => ({
          id: workspace.id,
          name: nameOf(workspace),
          icon: <Layers2 className="size-4 text-muted" />,
        }))}
        onPick={(id) => void move(id)}
      />
    </BareDialog>
  );
}
