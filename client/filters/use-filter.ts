import { useMemo } from 'react';
import { compileFilter, type FilterContext } from '#shared/filter-query-match';
import { findUnknownNames } from '#shared/filter-query-names';
import {
  type FilterError,
  type FilterNode,
  mentionsStatus,
  termsOf,
} from '#shared/filter-query-node';
import { newTaskInFilter, type NewTaskInFilter } from '#shared/filter-query-new-task';
import { findSlips } from '#shared/filter-query-slips';
import { parseFilter } from '#shared/filter-query';
import type { Task } from '#shared/task';
import { useFilterContext, useFilterTasks } from './filter-queries.ts';

/** A query and what it gives now. */
export interface FilterResult {
  /** What is wrong: a fault that makes it unreadable, names that nothing has, or likely slips. */
  errors: readonly FilterError[];
  /** False when it cannot be read; then nothing fits. */
  isReadable: boolean;
  /** The same function until query, names or the day change. */
  keeps: (task: Task) => boolean;
  includesClosed: boolean;
  count: number;
  newTask: NewTaskInFilter;
  context: FilterContext;
}

/** Reads a query and follows what fits it. */
export function useFilter(query: string): FilterResult {
  const parsed = useMemo(() => parseFilter(query), [query]);
  const node = parsed.name === 'filter' ? parsed.node : undefined;
  const tasks = useFilterTasks();
  const context = useFilterContext({ tasks, needsComments: asksForComments(node) });
  const includesClosed = node !== undefined && mentionsStatus(node);
  const keeps = useMemo(
    () => (node === undefined ? keepsNothing : compileFilter(node, context)),
    [node, context],
  );
  const count = useMemo(
    () => tasks.filter((task) => (includesClosed || isOpen(task)) && keeps(task)).length,
    [tasks, keeps, includesClosed],
  );
  return useMemo(() => {
    const errors =
      parsed.name === 'error'
        ? [parsed.error]
        : [...findUnknownNames(parsed.node, context), ...findSlips(parsed.node)];
    const newTask = node === undefined ? {} : newTaskInFilter(node, context);
    const isReadable = node !== undefined;
    return { errors, isReadable, keeps, includesClosed, count, newTask, context };
  }, [parsed, node, context, keeps, includesClosed, count]);
}

const keepsNothing = () => false;

function asksForComments(node: FilterNode | undefined): boolean {
  if (node === undefined) return false;
  return termsOf(node).some((term) => term.name === 'has' && term.what === 'comments');
}

function isOpen({ status }: Task): boolean {
  return status === 'todo' || status === 'in_progress';
}
