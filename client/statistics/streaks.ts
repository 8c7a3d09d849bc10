/** Days in a row on which something was done. */
export interface Streaks {
  /** The row that today or yesterday belongs to: a day that is not over yet breaks none. 0 without one. */
  current: number;
  /** The longest row there ever was, the current one among them. */
  longest: number;
}

/** The streaks of the days (day numbers up to `today`, in any order) on which something was done. */
export function streaksOf(days: Iterable<number>, today: number): Streaks {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  let longest = 0;
  let length = 0;
  let last: number | undefined;
  for (const day of sorted) {
    length = last !== undefined && day === last + 1 ? length + 1 : 1;
    last = day;
    longest = Math.max(longest, length);
  }
  const isGoingOn = last !== undefined && last >= today - 1;
  return { current: isGoingOn ? length : 0, longest };
}
