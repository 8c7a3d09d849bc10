/** All groupings, in the order of the menu. */
export const groupings = ['none', 'date', 'project', 'priority'] as const;

/** By what the tasks of a filter are grouped. */
export type FilterGrouping = (typeof groupings)[number];

/** The grouping that an address asks for. */
export function toGrouping(text: string | null): FilterGrouping {
  return groupings.find((name) => name === text) ?? 'none';
}
