import { Folder, Inbox } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';
import type { OrganiseWords } from '#client/i18n/compiled/types/organise-words.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { NotWholeError } from '#client/store/send-tasks.ts';
import { useStore } from '#client/store/store-context.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import { BareDialog } from '#client/ui/dialog.tsx';
import { Picker, type PickerItem } from '#client/ui/picker.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Project } from '#shared/project';
import { type Destination, moveTasks } from './move-tasks.ts';
import { sectionsOf } from './project-sections.ts';
import type { TaskDialogProps } from './task-tools.tsx';
import { useDestinations } from './use-destinations.ts';

interface Place extends PickerItem {
  to: Destination;
  said: string;
  /** Undefined for the inbox: that of the personal workspace. */
  workspaceId?: string;
}

/** Asks where tasks are to go: the inbox, a project or one of its sections, found by typing. */
export function MoveDialog({ taskIds, projects, actions, onDone }: TaskDialogProps) {
  const { nav } = useMessages();
  const words = useOrganiseWords().move;
  const store = useStore();
  const workspaces = useWorkspaces().filter(({ isEditable }) => isEditable);
  const { personal, notWhole } = useWorkspacesWords();
  const ownId = store.current(taskIds[0] ?? '')?.workspaceId;
  const destinations = useDestinations(projects);
  const places = inWorkspaces(placesOf(destinations, { words, inboxName: nav.inbox }), {
    ids: [ownId ?? store.workspaceId, ...workspaces.map(({ id }) => id)],
    homeId: store.workspaceId,
    names: new Map(
      workspaces.map(({ id, name, isPersonal }) => [id, isPersonal ? personal : name]),
    ),
  });
  const move = async (placeId: string) => {
    const place = places.find(({ id }) => id === placeId);
    if (place === undefined) return;
    onDone();
    try {
      const { batch } = await moveTasks(store, { taskIds, place: place.to });
      if (batch === undefined) return;
      actions.notify(words.moved({ count: taskIds.length, place: place.said }));
    } catch (error) {
      if (!(error instanceof NotWholeError)) throw error;
      actions.refuse(notWhole);
    }
  };
  const title = words.title({ count: taskIds.length });
  return (
    <BareDialog title={title} onClose={onDone} onClosed={() => undefined}>
      <Picker
        label={title}
        placeholder={words.placeholder({ count: taskIds.length })}
        items={places}
        nothingText={words.nothing}
        onPick={(placeId) => void move(placeId)}
      />
    </BareDialog>
  );
}

type MoveWords = OrganiseWords['move'];

/** Where there are several workspaces: the places of each under its name, those of the tasks' own first. */
function inWorkspaces(
  places: readonly Place[],
  of: { ids: readonly string[]; homeId: string; names: ReadonlyMap<string, string> },
): readonly Place[] {
  // Before the workspaces are read none is left out.
  if (of.names.size === 0) return places;
  if (of.names.size === 1) {
    return places.filter(({ workspaceId = of.homeId }) => of.names.has(workspaceId));
  }
  return [...new Set(of.ids)].flatMap((id) =>
    places
      .filter(({ workspaceId = of.homeId }) => workspaceId === id)
      .map((place) => ({ ...place, heading: of.names.get(id) })),
  );
}

function placesOf(
  projects: readonly Project[],
  { words, inboxName }: { words: MoveWords; inboxName: string },
): readonly Place[] {
  const top = { sectionId: null, parentId: null };
  const inbox: Place = {
    id: 'inbox',
    name: inboxName,
    said: inboxName,
    icon: <Inbox className="size-4 text-muted" />,
    to: { ...top, projectId: null },
  };
  return [inbox, ...projects.flatMap((project) => placesIn(project, words))];
}

function placesIn(project: Project, words: MoveWords): readonly Place[] {
  const { id: projectId, name, color, icon, workspaceId } = project;
  return [
    {
      id: projectId,
      workspaceId,
      name,
      said: name,
      icon: <ProjectMark color={color} icon={icon} />,
      to: { projectId, sectionId: null, parentId: null },
    },
    ...sectionsOf(project).map((section): Place => {
      const said = words.inSection({ project: name, section: section.name });
      return {
        id: `${projectId}/${section.id}`,
        workspaceId,
        name: section.name,
        detail: name,
        said,
        isIndented: true,
        icon: <Folder className="size-3.5 text-muted" />,
        to: { projectId, sectionId: section.id, parentId: null },
      };
    }),
  ];
}
