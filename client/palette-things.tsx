import { Circle } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useFilters } from '#client/filters/filter-queries.ts';
import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { entryOf } from '#client/palette-commands.tsx';
import type { PaletteEntry, TaskEntry } from '#client/palette/palette-entries.ts';
import { useArchivedProjects, useProjects } from '#client/projects/project-queries.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLabels, useOpenTasks } from '#client/tasks/task-queries.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Task } from '#shared/task';

/** The projects, those in use first; archived ones are marked, and wait to be asked for. Choosing one goes there. */
export function useProjectEntries(): readonly PaletteEntry[] {
  const projects = useProjects();
  const archived = useArchivedProjects();
  const words = usePaletteWords();
  const [, navigate] = useLocation();
  return useMemo(
    () =>
      [...projects, ...archived].map(({ id, name, color, icon, archivedAt }) =>
        entryOf({
          id,
          title: name,
          ...(archivedAt === null ? {} : { detail: words.archived, isQuiet: true }),
          icon: <ProjectMark color={color} icon={icon} />,
          run: () => navigate(`/project/${id}`),
        }),
      ),
    [projects, archived, words, navigate],
  );
}

/** What is said of the place of a task, by the id of its project; archived ones come last, and are marked. */
export function useProjectDetails(): ReadonlyMap<string, string> {
  const projects = useProjects();
  const archived = useArchivedProjects();
  const words = usePaletteWords();
  return useMemo(
    () =>
      new Map([
        ...projects.map(({ id, name }) => [id, name] as const),
        ...archived.map(({ id, name }) => [id, words.inArchived({ name })] as const),
      ]),
    [projects, archived, words],
  );
}

/** The saved filters: choosing one goes there. */
export function useFilterEntries(): readonly PaletteEntry[] {
  const filters = useFilters();
  const [, navigate] = useLocation();
  return useMemo(
    () =>
      (filters ?? []).map(({ id, name, color }) =>
        entryOf({
          id,
          title: name,
          icon: <Dot color={color} />,
          run: () => navigate(`/filter/${id}`),
        }),
      ),
    [filters, navigate],
  );
}

/**
 * The labels: choosing one narrows the palette to its tasks. Of those with one name, those of other workspaces than the
 * personal one say which.
 */
export function useLabelEntries(): readonly PaletteEntry[] {
  const store = useStore();
  const labels = useLabels();
  return useMemo(
    () =>
      [...labels.values()].map(({ id, workspaceId, name, color }, _, all) =>
        entryOf({
          id,
          title: name,
          detail:
            workspaceId === store.workspaceId ||
            all.every((other) => other.id === id || other.name !== name)
              ? undefined
              : nameOf(store, workspaceId),
          icon: <Dot color={color} />,
          labelId: id,
          run: () => undefined,
        }),
      ),
    [store, labels],
  );
}

function nameOf(store: AppStore, workspaceId: string): string | undefined {
  const name = store.current(workspaceId)?.['name'];
  return typeof name === 'string' ? name : undefined;
}

const circle = <Circle strokeWidth={1.75} />;

/** Open tasks, those of projects in use first, and the latest first: choosing one opens it in its list. */
export function useTaskEntries(): readonly TaskEntry[] {
  const { nav } = useMessages();
  const tasks = useOpenTasks();
  const archived = useArchivedProjects();
  const details = useProjectDetails();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const archivedIds = new Set<string | null>(archived.map(({ id }) => id));
    const isPutAway = ({ projectId }: Task) => (archivedIds.has(projectId) ? 1 : 0);
    return (tasks ?? [])
      .filter(({ projectId }) => projectId === null || details.has(projectId))
      .sort((a, b) => isPutAway(a) - isPutAway(b) || (a.createdAt < b.createdAt ? 1 : -1))
      .map(({ id, title, projectId, labels }) => {
        const path = projectId === null ? '/dashboard' : `/project/${projectId}`;
        const detail = projectId === null ? nav.inbox : details.get(projectId);
        const run = () => navigate(`${path}?task=${id}`);
        const entry = entryOf({ id, title, detail, icon: circle, run });
        return { ...entry, hasLabel: (labelId) => labelId in labels };
      });
  }, [tasks, archived, details, nav, navigate]);
}

/** A dot in the middle of the place of an icon. */
function Dot({ color }: { color: string }) {
  return (
    <span className="flex size-4 shrink-0 items-center justify-center">
      <ColorDot color={color} />
    </span>
  );
}
