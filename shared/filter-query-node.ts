import type { Task } from './task.ts';

/** Where something stands in the text of a query: UTF-16 offsets, `end` excluded. */
export interface TextRange {
  start: number;
  end: number;
}

/** A name as it was typed: all of it, or with `isPrefix` (`#home*`) how it begins. */
export interface NamePattern extends TextRange {
  text: string;
  isPrefix: boolean;
}

/** Days a task knows: the day it is due, starts, was made, was closed. */
export type FilterDateField = 'due' | 'start' | 'created' | 'done';

/** What a task can have. */
export type FilterPossession = 'notes' | 'comments' | 'reminder' | 'estimate' | 'subtasks';

/** One condition on a task. */
export type FilterTerm =
  | { name: 'date'; field: FilterDateField; compare: 'on' | 'before' | 'after'; phrase: string }
  /** Due from today on, and with `days` within so many days, today being the first. */
  | { name: 'upcoming'; days: number | null }
  | { name: 'overdue' }
  | { name: 'no-date' }
  | { name: 'status'; status: 'open' | 'done' | 'cancelled' }
  | { name: 'priority'; priority: Task['priority'] }
  | { name: 'label'; label: NamePattern }
  | { name: 'no-label' }
  | { name: 'project'; project: NamePattern; section: NamePattern | null }
  | { name: 'inbox' }
  | { name: 'person'; person: NamePattern }
  | { name: 'me' }
  | { name: 'unassigned' }
  | { name: 'subtask' }
  | { name: 'recurring' }
  | { name: 'has'; what: FilterPossession }
  | { name: 'estimate'; compare: '<' | '<=' | '=' | '>=' | '>'; minutes: number }
  /** Every word stands somewhere in title or notes; a quoted one may hold spaces. */
  | { name: 'text'; words: readonly string[] };

/** A query as a tree; `and` and `or` have two parts or more. A term keeps where it stands. */
export type FilterNode =
  | { name: 'and'; parts: readonly FilterNode[] }
  | { name: 'or'; parts: readonly FilterNode[] }
  | { name: 'not'; part: FilterNode }
  | ({ name: 'term'; term: FilterTerm } & TextRange);

/** What is wrong with a query. The names after `unknown-` are well formed, only nothing is called so. */
export type FilterErrorCode =
  | 'empty'
  | 'too-deep'
  | 'missing-term'
  | 'unclosed-quote'
  | 'unclosed-group'
  | 'unopened-group'
  | 'missing-name'
  | 'bad-date'
  | 'bad-priority'
  | 'bad-estimate'
  | 'unknown-key'
  | 'unknown-possession'
  | 'unknown-label'
  | 'unknown-project'
  | 'unknown-section'
  | 'unknown-person'
  /** Words that are searched for, and are nearly a term: no fault, but maybe a slip. */
  | 'maybe-term';

/** A fault with its place, what could stand there instead, and the text that would most likely be right there. */
export interface FilterError extends TextRange {
  code: FilterErrorCode;
  expected: readonly string[];
  suggestion?: string | undefined;
}

/** A query that was read, or the first thing that is wrong with it. */
export type ParsedFilter =
  | { name: 'filter'; node: FilterNode }
  | { name: 'error'; error: FilterError };

/** Every term of a query, from left to right. */
export function termsOf(node: FilterNode): readonly FilterTerm[] {
  switch (node.name) {
    case 'term':
      return [node.term];
    case 'not':
      return termsOf(node.part);
    default:
      return node.parts.flatMap(termsOf);
  }
}

/** Whether a query speaks of closed tasks; one that does not is about open tasks only. */
export function mentionsStatus(node: FilterNode): boolean {
  return termsOf(node).some(
    (term) => term.name === 'status' || (term.name === 'date' && term.field === 'done'),
  );
}
