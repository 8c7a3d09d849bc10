import { Circle } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useFilters } from '#client/filters/filter-queries.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { entryOf } from '#client/palette-commands.tsx';
import type { PaletteEntry, TaskEntry } from '#client/palette/palette-entries.ts';
import { useProjects } from '#client/projects/project-queries.ts';
import { useLabels, useOpenTasks } from '#client/tasks/task-queries.ts';
import { ColorDot } from '#client/ui/badge.tsx';

/** The projects in use: choosing one goes there. */
export function useProjectEntries(): readonly PaletteEntry[] {
  const projects = useProjects();
  const [, navigate] = useLocation();
  return useMemo(
    () =>
      projects.map(({ id, name, color }) =>
        entryOf({
          id,
          title: name,
          icon: <Dot color={color} />,
          run: () => navigate(`/project/${id}`),
        }),
      ),
    [projects, navigate],
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

/** The labels: choosing one narrows the palette to its tasks. */
export function useLabelEntries(): readonly PaletteEntry[] {
  const labels = useLabels();
  return useMemo(
    () =>
      [...labels.values()].map(({ id, name, color }) =>
        entryOf({
          id,
          title: name,
          icon: <Dot color={color} />,
          labelId: id,
          run: () => undefined,
        }),
      ),
    [labels],
  );
}

const circle = <Circle strokeWidth={1.75} />;

/** Open tasks of projects in use, the latest first: choosing one opens it in its list. */
export function useTaskEntries(): readonly TaskEntry[] {
  const { nav } = useMessages();
  const tasks = useOpenTasks();
  const projects = useProjects();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const namesById = new Map(projects.map(({ id, name }) => [id, name]));
    return (tasks ?? [])
      .filter(({ projectId }) => projectId === null || namesById.has(projectId))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .map(({ id, title, projectId, labels }) => {
        const path = projectId === null ? '/dashboard' : `/project/${projectId}`;
        const detail = projectId === null ? nav.inbox : namesById.get(projectId);
        const run = () => navigate(`${path}?task=${id}`);
        const entry = entryOf({ id, title, detail, icon: circle, run });
        return { ...entry, hasLabel: (labelId) => labelId in labels };
      });
  }, [tasks, projects, nav, navigate]);
}

/** A dot in the middle of the place of an icon. */
function Dot({ color }: { color: string }) {
  return (
    <span className="flex size-4 shrink-0 items-center justify-center">
      <ColorDot color={color} />
    </span>
  );
}
