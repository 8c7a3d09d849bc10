import type { SearchSpace, SearchTerm } from '../search-index-port.ts';
import { keysUnder, keyUnder } from './keys.ts';

/** The last character there is: behind all words that begin alike. */
const last = '\u{10FFFF}';

/** The key of all rows of a space; of a row, what is before its last slash. */
export function spaceKey({ workspaceId, epoch }: SearchSpace): string {
  return keyUnder(workspaceId, epoch);
}

/** The bounds of `_id` keep the question on the shards of the workspace. */
export function inSpace(space: SearchSpace) {
  return { space: spaceKey(space), _id: keysUnder(spaceKey(space)) };
}

/**
 * What fits a term, each by itself. Of an array both bounds must hold for one and the same word: only then are they the
 * bounds of the index.
 */
export function termFilters({ word, isBeginning, others }: SearchTerm): Record<string, unknown>[] {
  const itself = isBeginning ? { $elemMatch: { $gte: word, $lte: word + last } } : { $eq: word };
  return others.length === 0 ? [itself] : [itself, { $in: [...others] }];
}
