import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { createProjectCommands } from './project-commands.ts';
import { useTrashedProjects } from './project-queries.ts';

/** The projects in the trash; one that is restored shows its tasks again. */
export function TrashedProjects() {
  const { projects: words, tasks } = useMessages();
  const store = useStore();
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const projects = useTrashedProjects();
  if (projects.length === 0) return null;
  return (
    <section aria-label={words.heading} className="pb-4">
      <h2 className="px-2.5 pb-1 text-xs font-medium text-muted">{words.heading}</h2>
      <ul>
        {projects.map(({ id, name, color, icon }) => (
          <li
            key={id}
            className="flex h-12 items-center gap-3 rounded-control px-2.5 hover:bg-raised/70"
          >
            <ProjectMark color={color} icon={icon} />
            <span dir="auto" className="min-w-0 grow truncate">
              {name}
            </span>
            <Button size="small" look="quiet" onClick={() => void commands.restore(id)}>
              <RotateCcw />
              {tasks.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
