import { Archive, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useProjectActionsWords } from '#client/i18n/compiled/use-project-actions-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { NavLink } from '#client/ui/nav-link.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { useArchivedProjects } from './project-queries.ts';

/** The archived projects, folded until asked for; nothing where there are none. */
export function ArchivedLinks() {
  const words = useProjectActionsWords();
  const formats = useFormats();
  const projects = useArchivedProjects();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  if (projects.length === 0) return null;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        data-testid="archived-projects"
        onClick={() => setIsOpen(!isOpen)}
        className="press flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-[0.8125rem] font-medium text-muted hover:bg-raised hover:text-text pointer-coarse:h-11"
      >
        <Archive className="size-4" strokeWidth={1.75} aria-hidden="true" />
        <span className="grow text-start">{words.archived}</span>
        <span className="tabular text-xs font-normal">{formats.number(projects.length)}</span>
        <ChevronRight
          className={classNames('size-3.5', isOpen && 'rotate-90 rtl:-rotate-90')}
          aria-hidden="true"
        />
      </button>
      <ul id={listId} hidden={!isOpen} className="ps-3">
        {projects.map(({ id, name, color, icon }) => (
          <li key={id}>
            <NavLink href={`/project/${id}`} icon={<ProjectMark color={color} icon={icon} />}>
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}
