import { useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useProjects } from '#client/projects/project-queries.ts';
import { rangesOf } from '#shared/excerpt';
import { foundGroups, groupOfHit } from '#client/search/found-task.ts';
import type { ResultLine } from '#client/search/search-results.tsx';
import type { Search } from '#client/search/use-search.ts';
import { useStore } from '#client/store/store-context.ts';
import { readTask } from '#client/tasks/task-change.ts';
import type { ServerHit } from '#shared/search-message';
import { searchTokens } from '#shared/search-tokens';

/** What only the server has shown, under a heading of its own, behind what the device found. */
export function withServerLines(
  lines: readonly ResultLine[],
  hits: readonly ServerHit[],
): readonly ResultLine[] {
  const shown = new Set(lines.flatMap((line) => (line.name === 'task' ? [line.taskId] : [])));
  const others = hits.filter(({ task }) => !shown.has(task.id));
  if (others.length === 0) return lines;
  const group = 'server';
  const more = others.map(({ task, kind, excerpt }): TaskLine => {
    const ranges = excerpt.ranges.map(({ start, end }) => [start, end] as const);
    const marked = { text: excerpt.text, ranges };
    const title = kind === 'title' ? marked : { text: task.title, ranges: [] };
    const found = kind === 'title' ? undefined : marked;
    return { name: 'task', taskId: task.id, group, title, excerpt: found, detail: '' };
  });
  return [...lines, { name: 'heading', group, count: more.length }, ...more];
}

type TaskLine = Extract<ResultLine, { name: 'task' }>;

/** The hits of a search as lines under headings, the best first within each. */
export function useResultLines(answer: Search['answer']): readonly ResultLine[] {
  const store = useStore();
  const projects = useProjects();
  const { nav } = useMessages();
  return useMemo(() => {
    if (answer === undefined) return [];
    const terms = searchTokens(answer.query);
    const namesById = new Map<string | null, string>(projects.map(({ id, name }) => [id, name]));
    const groups = new Map<TaskLine['group'], TaskLine[]>(foundGroups.map((name) => [name, []]));
    for (const hit of answer.hits) {
      const task = readTask(store, hit.taskId);
      if (task === undefined) continue;
      const group = groupOfHit(task, hit);
      groups.get(group)?.push({
        name: 'task',
        taskId: task.id,
        group,
        title: { text: task.title, ranges: rangesOf(task.title, terms) },
        excerpt: hit.excerpt,
        detail: namesById.get(task.projectId) ?? nav.inbox,
      });
    }
    return [...groups].flatMap(([group, lines]): readonly ResultLine[] =>
      lines.length === 0 ? [] : [{ name: 'heading', group, count: lines.length }, ...lines],
    );
  }, [answer, store, projects, nav]);
}
