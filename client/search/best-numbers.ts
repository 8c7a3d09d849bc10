/**
 * The positions of the highest scores above 0, at most `limit`, the best first and equals in their order; `total` counts
 * all above 0. Only those that are wanted are put in order: most questions are unfinished and fit thousands.
 */
export function bestNumbers(
  scores: Float32Array,
  limit: number,
): { best: readonly number[]; total: number } {
  const above = scores.filter((score) => score > 0).sort();
  const total = above.length;
  if (total === 0 || limit === 0) return { best: [], total };
  const least = above[Math.max(0, total - limit)] ?? 0;
  const best: number[] = [];
  const equals: number[] = [];
  for (let number = 0; number < scores.length; number += 1) {
    const score = scores[number] ?? 0;
    if (score > least) best.push(number);
    else if (score === least && score > 0) equals.push(number);
  }
  best.push(...equals.slice(0, limit - best.length));
  const scoreOf = (number: number) => scores[number] ?? 0;
  best.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  return { best, total };
}
