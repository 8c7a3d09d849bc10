/** One difference: tokens `baseStart…baseEnd` of the base became tokens `start…end` of the other text. */
export interface Edit {
  baseStart: number;
  baseEnd: number;
  start: number;
  end: number;
}

/** Steps that may still be spent; shared by all diffs of one merge. Steps, not time: every machine stops alike. */
export interface WorkBudget {
  stepsLeft: number;
}

/**
 * The shortest list of edits that turns `base` into `other`, in order, never touching one another.
 * Myers' greedy O(ND) search over whatever is left between the common start and the common end.
 * Undefined when the budget is used up.
 */
export function diffTokens({
  base,
  other,
  budget,
}: {
  base: readonly string[];
  other: readonly string[];
  budget: WorkBudget;
}): Edit[] | undefined {
  budget.stepsLeft -= base.length + other.length;
  if (budget.stepsLeft < 0) return undefined;
  const start = commonStart(base, other);
  const tail = commonEnd(base, other, start);
  const left = base.slice(start, base.length - tail);
  const right = other.slice(start, other.length - tail);
  if (left.length === 0 && right.length === 0) return [];
  if (left.length === 0 || right.length === 0) {
    return shift([{ baseStart: 0, baseEnd: left.length, start: 0, end: right.length }], start);
  }
  const frontiers = searchForward(left, right, budget);
  return frontiers && shift(walkBack(left.length, right.length, frontiers), start);
}

function commonStart(base: readonly string[], other: readonly string[]): number {
  const most = Math.min(base.length, other.length);
  let length = 0;
  while (length < most && base[length] === other[length]) length += 1;
  return length;
}

function commonEnd(base: readonly string[], other: readonly string[], start: number): number {
  const most = Math.min(base.length, other.length) - start;
  let length = 0;
  while (length < most && base[base.length - 1 - length] === other[other.length - 1 - length]) {
    length += 1;
  }
  return length;
}

/**
 * The furthest x on every diagonal k = x - y, for D = 0, 1, 2 … edits until the end is reached.
 * `frontiers[D]` is the state before round D, so that the path can be walked back; index k + D + 1 is diagonal k.
 */
function searchForward(
  left: readonly string[],
  right: readonly string[],
  budget: WorkBudget,
): Int32Array[] | undefined {
  const frontiers: Int32Array[] = [];
  let frontier = new Int32Array(3);
  for (let edits = 0; edits <= left.length + right.length; edits += 1) {
    frontiers.push(frontier);
    const next = new Int32Array(2 * edits + 5);
    for (let k = -edits; k <= edits; k += 2) {
      let x = stepFrom(frontier, k, edits);
      const from = x;
      while (x < left.length && x - k < right.length && left[x] === right[x - k]) x += 1;
      next[k + edits + 2] = x;
      budget.stepsLeft -= 1 + x - from;
      if (x >= left.length && x - k >= right.length) return frontiers;
    }
    if (budget.stepsLeft < 0) return undefined;
    frontier = next;
  }
  return undefined;
}

/** Where round `edits` enters diagonal k: one down (an insertion) from k + 1, or one right (a deletion) from k - 1. */
function stepFrom(frontier: Int32Array, k: number, edits: number): number {
  if (edits === 0) return 0;
  const above = frontier[k + edits + 2] ?? 0;
  const before = frontier[k + edits] ?? 0;
  return cameDown(frontier, k, edits) ? above : before + 1;
}

function cameDown(frontier: Int32Array, k: number, edits: number): boolean {
  if (k === -edits) return true;
  if (k === edits) return false;
  return (frontier[k + edits] ?? 0) < (frontier[k + edits + 2] ?? 0);
}

function walkBack(leftLength: number, rightLength: number, frontiers: Int32Array[]): Edit[] {
  const edits: Edit[] = [];
  let x = leftLength;
  let y = rightLength;
  for (let round = frontiers.length - 1; round > 0; round -= 1) {
    const frontier = frontiers[round] ?? new Int32Array(0);
    const k = x - y;
    const isInsertion = cameDown(frontier, k, round);
    const entry = stepFrom(frontier, k, round);
    x = isInsertion ? entry : entry - 1;
    y = isInsertion ? entry - k - 1 : entry - k;
    prepend(edits, {
      baseStart: x,
      baseEnd: isInsertion ? x : x + 1,
      start: y,
      end: isInsertion ? y + 1 : y,
    });
  }
  return edits.reverse();
}

/** Adds the edit found before the last one; the two become one when nothing unchanged lies between them. */
function prepend(edits: Edit[], edit: Edit): void {
  const following = edits.at(-1);
  if (following && following.baseStart === edit.baseEnd && following.start === edit.end) {
    following.baseStart = edit.baseStart;
    following.start = edit.start;
    return;
  }
  edits.push(edit);
}

function shift(edits: Edit[], by: number): Edit[] {
  return edits.map((edit) => ({
    baseStart: edit.baseStart + by,
    baseEnd: edit.baseEnd + by,
    start: edit.start + by,
    end: edit.end + by,
  }));
}
