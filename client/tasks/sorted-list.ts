/** Puts an item into a sorted list at its place. `compare` tells any two items apart. */
export function insertSorted<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  list.splice(placeOf(list, item, compare), 0, item);
}

/** Takes an item out of a sorted list; nothing happens if it is not in there. */
export function removeSorted<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  const place = placeOf(list, item, compare);
  if (list[place] === item) list.splice(place, 1);
}

/** How many items come before this one. */
function placeOf<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
