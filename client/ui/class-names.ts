import { type ClassValue, clsx } from 'clsx';

/** Joins class names and leaves out what is false; later files only add, they never override (no merging needed). */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
