import type { ReactNode } from 'react';
import type { Findable } from './rank-titles.ts';
import { rankTitles } from './rank-titles.ts';

/** What can be chosen: it runs when the palette is closed and the focus is back, or it narrows the palette. */
export interface PaletteEntry extends Findable {
  /** Unlike that of any other entry; `recent` holds such ids. */
  readonly id: string;
  readonly title: string;
  /** A word beside the title, such as a project's name. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** Printed keys of its shortcut. */
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Shown only once something is typed. */
  readonly isQuiet?: boolean;
  /** Choosing it narrows the palette to tasks with this label; nothing is run. */
  readonly labelId?: string;
}

/** A task entry also says which labels it carries. */
export interface TaskEntry extends PaletteEntry {
  readonly hasLabel: (labelId: string) => boolean;
}

/** All that the palette knows, kind by kind, each in its own order. */
export interface PaletteSources {
  /** Title of the task that the entries in `context` act on. */
  readonly contextTitle: string;
  readonly context: readonly PaletteEntry[];
  readonly actions: readonly PaletteEntry[];
  readonly views: readonly PaletteEntry[];
  readonly projects: readonly PaletteEntry[];
  readonly filters: readonly PaletteEntry[];
  readonly labels: readonly PaletteEntry[];
  readonly tasks: readonly TaskEntry[];
  /** Ids of the entries chosen last, the latest first. */
  readonly recent: readonly string[];
}

/** What is asked: what was typed, whether only things are searched and no commands, and the label it is narrowed to. */
export interface PaletteQuestion {
  readonly text: string;
  readonly isSearch: boolean;
  readonly labelId: string | undefined;
}

/** Groups that a search beyond titles adds. */
export type GroupFound = 'done' | 'notes' | 'comments' | 'more';

/** Entries under one heading. */
export interface PaletteGroup {
  readonly name:
    | GroupFound
    | 'recent'
    | 'context'
    | 'actions'
    | 'views'
    | 'projects'
    | 'filters'
    | 'labels'
    | 'tasks';
  readonly entries: readonly PaletteEntry[];
}

/** More rows than anybody reads are never made. */
const maxRows = 50;
const maxRecent = 5;

/** The groups to show, without empty ones and with at most 50 entries in all; no entry comes twice. */
export function findEntries(
  sources: PaletteSources,
  question: PaletteQuestion,
  found: readonly PaletteGroup[] = [],
): readonly PaletteGroup[] {
  const { query, names } = readQuestion(question);
  const isEmpty = query.trim() === '';
  const seen = new Set<string>();
  const groups: PaletteGroup[] = [];
  for (const name of names) {
    const entries = candidates(name, sources, question);
    // Ranked as they are, so that the next letter need look only at what this one left.
    const ranked = rankTitles({
      entries: isEmpty ? entries.filter(({ isQuiet }) => isQuiet !== true) : entries,
      query,
      limit: maxRows,
    });
    const found = ranked.filter(({ id }) => !seen.has(id)).slice(0, maxRows - seen.size);
    for (const { id } of found) seen.add(id);
    if (found.length > 0) groups.push({ name, entries: found });
  }
  return withFound(groups, found);
}

/** What a search found besides, behind everything that is shown already: nothing on the screen moves for it. */
function withFound(
  groups: readonly PaletteGroup[],
  found: readonly PaletteGroup[],
): readonly PaletteGroup[] {
  if (found.length === 0) return groups;
  const shown = new Set(groups.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const added = new Map(
    found.map(({ name, entries }) => [name, entries.filter(({ id }) => !shown.has(id))]),
  );
  const merged = groups.map(({ name, entries }) => {
    const more = added.get(name) ?? [];
    added.delete(name);
    return { name, entries: [...entries, ...more] };
  });
  const others = [...added].map(([name, entries]) => ({ name, entries }));
  return [...merged, ...others.filter(({ entries }) => entries.length > 0)];
}

/** `>` asks for commands only, `#` for labels, `/` for projects; without a sign for everything. */
function readQuestion({ text, isSearch, labelId }: PaletteQuestion): {
  query: string;
  names: readonly PaletteGroup['name'][];
} {
  if (labelId !== undefined) return { query: text, names: ['tasks'] };
  const query = text.slice(1);
  if (text.startsWith('>')) return { query, names: ['context', 'actions', 'views'] };
  if (text.startsWith('#')) return { query, names: ['labels'] };
  if (text.startsWith('/')) return { query, names: ['projects'] };
  if (isSearch) return { query: text, names: ['tasks', 'projects', 'filters', 'labels'] };
  const isEmpty = text.trim() === '';
  const commands = ['context', 'recent', 'actions', 'views'] as const;
  return {
    query: text,
    names: isEmpty ? commands : [...commands, 'projects', 'filters', 'labels', 'tasks'],
  };
}

function candidates(
  name: PaletteGroup['name'],
  sources: PaletteSources,
  { text, labelId }: PaletteQuestion,
): readonly PaletteEntry[] {
  if (name === 'recent') return text.trim() === '' ? recentEntries(sources) : [];
  if (isFoundOnly(name)) return [];
  if (name !== 'tasks' || labelId === undefined) return sources[name];
  return sources.tasks.filter(({ hasLabel }) => hasLabel(labelId));
}

/** Whether entries of a group come from a search only. */
function isFoundOnly(name: PaletteGroup['name']): name is GroupFound {
  return name === 'done' || name === 'notes' || name === 'comments' || name === 'more';
}

function recentEntries(sources: PaletteSources): PaletteEntry[] {
  const { recent, actions, views, projects, filters } = sources;
  const byId = new Map(
    [...actions, ...views, ...projects, ...filters].map((entry) => [entry.id, entry]),
  );
  return recent.flatMap((id) => byId.get(id) ?? []).slice(0, maxRecent);
}
