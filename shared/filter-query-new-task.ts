import { type FilterContext, matchesName, matchesPerson } from './filter-query-match.ts';
import type { FilterNode, FilterTerm } from './filter-query-node.ts';
import { dayOfPhrase } from './filter-query-phrase.ts';
import type { TaskCreation } from './task.ts';

/** What a task that is added in a filter begins with. */
export type NewTaskInFilter = Pick<
  TaskCreation,
  'priority' | 'dueDate' | 'projectId' | 'labels' | 'assignees'
>;

/** The fields that a new task needs to be in a filter, as far as its query names them plainly: all `&`, no `!`. */
export function newTaskInFilter(node: FilterNode, context: FilterContext): NewTaskInFilter {
  const parts = node.name === 'and' ? node.parts : [node];
  let fields: NewTaskInFilter = {};
  for (const part of parts) {
    if (part.name === 'term') fields = merged(fields, fieldsOf(part.term, context));
  }
  return fields;
}

function merged(held: NewTaskInFilter, more: NewTaskInFilter): NewTaskInFilter {
  const labels = { ...held.labels, ...more.labels };
  return { ...held, ...more, ...(Object.keys(labels).length === 0 ? {} : { labels }) };
}

function fieldsOf(term: FilterTerm, context: FilterContext): NewTaskInFilter {
  switch (term.name) {
    case 'date': {
      const dueDate = dayOfPhrase(term.phrase, context.today);
      const isDue = term.field === 'due' && term.compare === 'on' && dueDate !== undefined;
      return isDue ? { dueDate } : {};
    }
    case 'upcoming':
      return { dueDate: context.today };
    case 'priority':
      return { priority: term.priority };
    case 'label': {
      const label = context.labels.find(({ name }) => matchesName(term.label, name));
      return label === undefined || term.label.isPrefix ? {} : { labels: { [label.id]: true } };
    }
    case 'project': {
      const project = context.projects.find(({ name }) => matchesName(term.project, name));
      return project === undefined ? {} : { projectId: project.id };
    }
    case 'me':
      return { assignees: { [context.userId]: true } };
    case 'person': {
      const person = context.people.find((one) => matchesPerson(term.person, one));
      return person === undefined ? {} : { assignees: { [person.userId]: true } };
    }
    default:
      return {};
  }
}
