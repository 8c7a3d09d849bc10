import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import type { FilterNode, FilterTerm, NamePattern } from './filter-query-node.ts';
import { dayOfPhrase } from './filter-query-phrase.ts';
import { foldText } from './fold-text.ts';
import type { Label } from './label.ts';
import type { Project } from './project.ts';
import type { Task } from './task.ts';
import { unreachable } from './unreachable.ts';

/** Somebody a task can be assigned to. */
export interface FilterPerson {
  userId: string;
  name: string;
}

/** Everything that names of a query can mean. */
export interface FilterNames {
  labels: readonly Pick<Label, 'id' | 'name'>[];
  projects: readonly Pick<Project, 'id' | 'name' | 'sections' | 'sectionsGone'>[];
  people: readonly FilterPerson[];
}

/** What a query is matched in: the day it is, who asks, what names mean, and what is known beside the tasks. */
export interface FilterContext extends FilterNames {
  /** `YYYY-MM-DD`. */
  today: string;
  userId: string;
  /** The calendar day of an instant where the person is. */
  dayOf: (instant: string) => string;
  /** Title and notes as they are compared; `createTaskTexts` makes one. */
  textOf: (task: Task) => string;
  /** The project of the topmost task that one stands under (A5). */
  projectIdOf: (task: Task) => string | null;
  /** Ids of tasks with a comment, and of those with a subtask. */
  commentedIds: ReadonlySet<string>;
  parentIds: ReadonlySet<string>;
}

/** Whether a task is one that a query asks for. */
export type TaskPredicate = (task: Task) => boolean;

/** Makes a query a predicate on tasks; names and days are looked up once, here. A name nothing has matches nothing. */
export function compileFilter(node: FilterNode, context: FilterContext): TaskPredicate {
  switch (node.name) {
    case 'term':
      return compileTerm(node.term, context);
    case 'not': {
      const part = compileFilter(node.part, context);
      return (task) => !part(task);
    }
    case 'and': {
      const parts = node.parts.map((part) => compileFilter(part, context));
      return (task) => {
        for (const part of parts) if (!part(task)) return false;
        return true;
      };
    }
    case 'or': {
      const parts = node.parts.map((part) => compileFilter(part, context));
      return (task) => {
        for (const part of parts) if (part(task)) return true;
        return false;
      };
    }
    default:
      return unreachable(node);
  }
}

/** Gives what is searched of a task, and keeps it for as long as that state of the task is shown. */
export function createTaskTexts(): (task: Task) => string {
  const texts = new WeakMap<Task, string>();
  return (task) => {
    const held = texts.get(task);
    if (held !== undefined) return held;
    const text = foldText(`${task.title}\n${task.notes}`);
    texts.set(task, text);
    return text;
  };
}

/** Whether a name is one that a pattern means; capitals and accents make no difference. */
export function matchesName({ text, isPrefix }: NamePattern, name: string): boolean {
  const [wanted, held] = [foldText(text), foldText(name)];
  return isPrefix ? held.startsWith(wanted) : held === wanted;
}

/** Whether a pattern means a person: by the whole name, or by one part of it. */
export function matchesPerson(pattern: NamePattern, { name }: FilterPerson): boolean {
  return [name, ...name.split(/\s+/)].some((part) => matchesName(pattern, part));
}

/** Sections in use whose name a pattern means. */
export function findSections(
  pattern: NamePattern,
  projects: readonly FilterNames['projects'][number][],
): readonly string[] {
  return projects.flatMap(({ sections, sectionsGone }) =>
    Object.entries(sections)
      .filter(([id, { name }]) => !(id in sectionsGone) && matchesName(pattern, name))
      .map(([id]) => id),
  );
}

function compileTerm(term: FilterTerm, context: FilterContext): TaskPredicate {
  switch (term.name) {
    case 'date':
    case 'upcoming':
    case 'overdue':
    case 'no-date':
      return compileDate(term, context);
    case 'label':
    case 'no-label':
    case 'project':
    case 'inbox':
    case 'person':
    case 'me':
    case 'unassigned':
      return compileName(term, context);
    case 'status':
      return term.status === 'open' ? isOpen : ({ status }) => status === term.status;
    case 'priority':
      return ({ priority }) => priority === term.priority;
    case 'subtask':
      return ({ parentId }) => parentId !== null;
    case 'recurring':
      return ({ recurrence }) => recurrence !== null;
    case 'has':
      return compileHas(term, context);
    case 'estimate':
      return compileEstimate(term);
    case 'text':
      return compileText(term.words, context);
    default:
      return unreachable(term);
  }
}

type TermOf<N extends FilterTerm['name']> = Extract<FilterTerm, { name: N }>;

function compileDate(
  term: TermOf<'date' | 'upcoming' | 'overdue' | 'no-date'>,
  context: FilterContext,
): TaskPredicate {
  const { today, dayOf } = context;
  if (term.name === 'no-date') return ({ dueDate }) => dueDate === null;
  if (term.name === 'overdue') {
    return (task) => task.dueDate !== null && task.dueDate < today && isOpen(task);
  }
  if (term.name === 'upcoming') {
    const last = term.days === null ? '9999' : addDays(today, term.days - 1);
    return ({ dueDate }) => dueDate !== null && dueDate >= today && dueDate <= last;
  }
  const day = dayOfPhrase(term.phrase, today);
  if (day === undefined) return () => false;
  const is = comparisons[term.compare];
  switch (term.field) {
    case 'due':
      return ({ dueDate }) => dueDate !== null && is(dueDate, day);
    case 'start':
      return ({ startDate }) => startDate !== null && is(startDate, day);
    case 'created':
      return ({ createdAt }) => is(dayOf(createdAt), day);
    case 'done':
      return ({ completedAt }) => completedAt !== null && is(dayOf(completedAt), day);
    default:
      return unreachable(term.field);
  }
}

const comparisons = {
  on: (held: string, wanted: string) => held === wanted,
  before: (held: string, wanted: string) => held < wanted,
  after: (held: string, wanted: string) => held > wanted,
};

function compileName(
  term: TermOf<'label' | 'no-label' | 'project' | 'inbox' | 'person' | 'me' | 'unassigned'>,
  context: FilterContext,
): TaskPredicate {
  switch (term.name) {
    case 'no-label':
      return ({ labels }) => isEmpty(labels);
    case 'unassigned':
      return ({ assignees }) => isEmpty(assignees);
    case 'me':
      return ({ assignees }) => context.userId in assignees;
    case 'inbox': {
      const ids = new Set<string | null>(context.projects.map(({ id }) => id));
      return (task) => !ids.has(context.projectIdOf(task));
    }
    case 'label': {
      const ids = context.labels.filter(({ name }) => matchesName(term.label, name)).map(idOf);
      return ({ labels }) => ids.some((id) => id in labels);
    }
    case 'person': {
      const ids = context.people.filter((person) => matchesPerson(term.person, person));
      return ({ assignees }) => ids.some(({ userId }) => userId in assignees);
    }
    case 'project':
      return compileProject(term, context);
    default:
      return unreachable(term);
  }
}

function compileProject(
  { project, section }: TermOf<'project'>,
  { projects, projectIdOf }: FilterContext,
): TaskPredicate {
  const found = projects.filter(({ name }) => matchesName(project, name));
  const ids = new Set<string | null>(found.map(idOf));
  if (section === null) return (task) => ids.has(projectIdOf(task));
  const sectionIds = new Set<string | null>(findSections(section, found));
  return (task) => sectionIds.has(task.sectionId) && ids.has(projectIdOf(task));
}

function compileHas({ what }: TermOf<'has'>, context: FilterContext): TaskPredicate {
  switch (what) {
    case 'notes':
      return ({ notes }) => notes !== '';
    case 'comments':
      return ({ id }) => context.commentedIds.has(id);
    case 'reminder':
      return ({ reminders }) => reminders.length > 0;
    case 'estimate':
      return ({ estimateMinutes }) => estimateMinutes !== null;
    case 'subtasks':
      return ({ id }) => context.parentIds.has(id);
    default:
      return unreachable(what);
  }
}

function compileEstimate({ compare, minutes }: TermOf<'estimate'>): TaskPredicate {
  const is = {
    '<': (held: number) => held < minutes,
    '<=': (held: number) => held <= minutes,
    '=': (held: number) => held === minutes,
    '>=': (held: number) => held >= minutes,
    '>': (held: number) => held > minutes,
  }[compare];
  return ({ estimateMinutes }) => estimateMinutes !== null && is(estimateMinutes);
}

function compileText(words: readonly string[], { textOf }: FilterContext): TaskPredicate {
  const wanted = words.map(foldText);
  return (task) => {
    const text = textOf(task);
    for (const word of wanted) if (!text.includes(word)) return false;
    return true;
  };
}

function isOpen({ status }: Task): boolean {
  return status === 'todo' || status === 'in_progress';
}

function isEmpty(map: object): boolean {
  for (const _ in map) return false;
  return true;
}

function idOf({ id }: { id: string }): string {
  return id;
}

function addDays(date: string, days: number): string {
  const parsed = parseCivilDate(date);
  return parsed === undefined ? date : formatCivilDate(fromDayNumber(toDayNumber(parsed) + days));
}
