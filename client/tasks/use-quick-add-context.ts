import { useCallback, useMemo } from 'react';
import { map } from 'rxjs';
import type { AnyDocument } from '#shared/kind-definition';
import { compareOrder } from '#shared/compare-order';
import type { QuickAddContext } from '#shared/quick-add-token';
import { useGrammars } from '#client/i18n/use-grammars.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { useTiming, useToday } from '#client/ui/timing.ts';
import type { NewProject } from './add-tasks.ts';
import type { Nameable } from './suggest.ts';
import { useAllProjects, useLabels } from './task-queries.ts';

type Member = AnyDocument & { userId: string; name: string; role: string | null };

/** What a line can name. */
export interface QuickAddSources {
  labels: readonly Nameable[];
  projects: readonly (Nameable & { sections: readonly Nameable[] })[];
  people: readonly Nameable[];
}

/** What reading a line depends on: the things of the workspace that new tasks go to, day, clock, zone and custom. */
export function useQuickAddContext(newProjects: readonly NewProject[]): {
  contextOf: () => QuickAddContext;
  sources: QuickAddSources;
} {
  const sources = useSources(newProjects);
  const today = useToday();
  const timing = useTiming();
  const grammars = useGrammars();
  const contextOf = useCallback(
    () => ({
      ...sources,
      grammars,
      today,
      now: clockTime(timing.nowMs()),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      isDayFirst: isDayFirst(),
    }),
    [sources, grammars, today, timing],
  );
  return { contextOf, sources };
}

function useSources(newProjects: readonly NewProject[]): QuickAddSources {
  const { workspaceId } = useStore();
  const projects = useAllProjects();
  const labels = useLabels();
  const people = usePeople();
  return useMemo(() => {
    const isOurs = (document: AnyDocument) => document.workspaceId === workspaceId;
    const held = projects.filter(
      (project) => isOurs(project) && project.trashedAt === null && project.archivedAt === null,
    );
    return {
      labels: [...labels.values()].filter(isOurs).sort(compareOrder),
      projects: [
        ...held.map(({ id, name, color, sections, sectionsGone }) => ({
          id,
          name,
          color,
          sections: Object.entries(sections)
            .filter(([sectionId]) => sectionsGone[sectionId] !== true)
            .map(([sectionId, section]) => ({ id: sectionId, name: section.name })),
        })),
        ...newProjects.map((project) => ({ ...project, color: 'gray', sections: [] })),
      ],
      people,
    };
  }, [workspaceId, projects, labels, people, newProjects]);
}

const nobody: readonly Nameable[] = [];

/** Those who are members of the workspace of new tasks, by name. */
function usePeople(): readonly Nameable[] {
  const store = useStore();
  const source = useMemo(
    () =>
      store
        .live<Member>({ kind: 'member' })
        .pipe(map((members) => namesOf(members, store.workspaceId))),
    [store],
  );
  return useLive(source, nobody);
}

function namesOf(members: readonly Member[], workspaceId: string): readonly Nameable[] {
  return members
    .filter((member) => member.workspaceId === workspaceId && member.role !== null)
    .filter(({ name }) => typeof name === 'string' && name !== '')
    .map(({ userId, name }) => ({ id: userId, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function clockTime(ms: number): string {
  const date = new Date(ms);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Whether people write 4 December as 4/12 where this device is at home. */
function isDayFirst(): boolean {
  const parts = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'numeric' });
  const [first] = parts.formatToParts(0).filter(({ type }) => type === 'day' || type === 'month');
  return first?.type === 'day';
}
