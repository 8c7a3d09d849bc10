/** The foremost of some things by a count, and what the others come to. */
export interface Ranking {
  top: readonly Ranked[];
  /** Of all the others together. */
  rest: { things: number; count: number };
  /** What belongs to none of them. */
  none: number;
}

/** One thing, by its id. */
export interface Ranked {
  id: string;
  count: number;
}

const topMax = 6;

/** Counts by the ids they belong to. Those with equal counts stand in the order of `ids`; an id that is not among them is none. */
export function rank(found: Iterable<readonly string[]>, ids: readonly string[]): Ranking {
  const counts = new Map(ids.map((id) => [id, 0]));
  let none = 0;
  for (const own of found) {
    let isKnown = false;
    for (const id of own) {
      const count = counts.get(id);
      if (count === undefined) continue;
      counts.set(id, count + 1);
      isKnown = true;
    }
    if (!isKnown) none += 1;
  }
  const ranked = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => ({ id, count }));
  const others = ranked.slice(topMax);
  const count = others.reduce((sum, other) => sum + other.count, 0);
  return { top: ranked.slice(0, topMax), rest: { things: others.length, count }, none };
}
