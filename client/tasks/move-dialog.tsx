import { Folder, Inbox } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';
import type { OrganiseWords } from '#client/i18n/compiled/types/organise-words.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { BareDialog } from '#client/ui/dialog.tsx';
import { Picker, type PickerItem } from '#client/ui/picker.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Project } from '#shared/project';
import { type Destination, moveTasks } from './move-tasks.ts';
import { sectionsOf } from './project-sections.ts';
import type { TaskDialogProps } from './task-tools.tsx';

interface Place extends PickerItem {
  to: Destination;
  said: string;
}

/** Asks where tasks are to go: the inbox, a project or one of its sections, found by typing. */
export function MoveDialog({ taskIds, projects, actions, onDone }: TaskDialogProps) {
  const { nav } = useMessages();
  const words = useOrganiseWords().move;
  const store = useStore();
  const places = placesOf(projects, { words, inboxName: nav.inbox });
  const move = async (placeId: string) => {
    const place = places.find(({ id }) => id === placeId);
    if (place === undefined) return;
    onDone();
    const { batch } = await moveTasks(store, { taskIds, place: place.to });
    if (batch !== undefined) {
      actions.notify(words.moved({ count: taskIds.length, place: place.said }));
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
  const { id: projectId, name, color, icon } = project;
  return [
    {
      id: projectId,
      name,
      said: name,
      icon: <ProjectMark color={color} icon={icon} />,
      to: { projectId, sectionId: null, parentId: null },
    },
    ...sectionsOf(project).map((section): Place => {
      const said = words.inSection({ project: name, section: section.name });
      return {
        id: `${projectId}/${section.id}`,
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
