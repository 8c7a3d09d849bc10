/** What stands in a row in a message: text to the letter, or an expression. */
export type Part = { readonly text: string } | { readonly code: string };

/**
 * What all choices begin and end with alike, and the rest of each: of `1 task` and `1 tasks` only the `s` differs. The
 * text of each choice is still `before`, its middle and `after`.
 */
export function splitShared(choices: readonly (readonly Part[])[]): {
  before: Part[];
  middles: Part[][];
  after: Part[];
} {
  const units = choices.map((parts) => parts.flatMap(toUnits));
  const before = sharedStart(units);
  const rests = units.map((row) => row.slice(before.length));
  const after = sharedStart(rests.map((row) => row.toReversed())).reverse();
  const middles = rests.map((row) => toParts(row.slice(0, row.length - after.length)));
  return { before: toParts(before), middles, after: toParts(after) };
}

/** Single letters and whole expressions. Splitting by code points keeps emoji and marks whole. */
function toUnits(part: Part): Part[] {
  return 'code' in part ? [part] : Array.from(part.text, (text) => ({ text }));
}

function sharedStart(rows: readonly (readonly Part[])[]): Part[] {
  const [first = [], ...others] = rows;
  const end = first.findIndex((unit, at) => !others.every((row) => isSame(row[at], unit)));
  return first.slice(0, end === -1 ? first.length : end);
}

function isSame(a: Part | undefined, b: Part): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function toParts(units: readonly Part[]): Part[] {
  const parts: Part[] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if ('text' in unit && last !== undefined && 'text' in last)
      parts[parts.length - 1] = { text: last.text + unit.text };
    else parts.push(unit);
  }
  return parts;
}
