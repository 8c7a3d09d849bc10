import { type ReactNode, useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { TrashedList } from '#client/ui/trashed-list.tsx';
import { createProjectCommands } from './project-commands.ts';
import { useTrashedProjects } from './project-queries.ts';

/** The projects in the trash; one that is restored shows its tasks again. */
export function TrashedProjects({ renderMoved }: { renderMoved: (copyId: string) => ReactNode }) {
  const { projects: words, tasks } = useMessages();
  const store = useStore();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const projects = useTrashedProjects();
  return (
    <TrashedList
      heading={words.heading}
      restoreWord={tasks.restore}
      items={projects}
      renderMark={({ color, icon }) => <ProjectMark color={color} icon={icon} />}
      renderDetail={({ movedTo }) => (movedTo === null ? null : renderMoved(movedTo))}
      onRestore={(id) => void commands.restore(id)}
    />
  );
}
