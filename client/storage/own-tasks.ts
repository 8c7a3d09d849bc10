import type { Task } from '#shared/task';

/** As many tasks as a first start makes (client/first-run). */
const examplesAtMost = 10;

/**
 * How many of these tasks a person made, at the least. What is written by hand has an id with a time in it (UUIDv7); examples,
 * like what comes from other apps, have derived ones, and of those as many may be examples as there are.
 */
export function countOwn(tasks: readonly Pick<Task, 'id' | 'createdBy'>[], userId: string): number {
  const own = tasks.filter(({ createdBy }) => createdBy === userId);
  const written = own.filter(({ id }) => id.charAt(14) === '7').length;
  return written + Math.max(0, own.length - written - examplesAtMost);
}
