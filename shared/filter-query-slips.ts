import type { FilterError, FilterNode } from './filter-query-node.ts';
import { termOfPhrase, wordTerms } from './filter-query-phrase.ts';
import { nearestWord } from './nearest-word.ts';

const plainTerms = wordTerms.filter((term) => !term.includes(':'));
/** Shorter words are near to everything. */
const shortestSlip = 4;

/**
 * Words of a query that are searched for although they are nearly a term (`tody`), or a term with words behind it
 * (`today rent`). The query works; who wrote it may have meant another.
 */
export function findSlips(node: FilterNode): readonly FilterError[] {
  if (node.name === 'not') return findSlips(node.part);
  if (node.name !== 'term') return node.parts.flatMap(findSlips);
  const { term, start, end } = node;
  if (term.name !== 'text') return [];
  const words = term.words.join(' ');
  // In quotes they are meant as they are.
  if (end - start !== words.length) return [];
  const suggestion = startsWithTerm(term.words) ?? nearTerm(words);
  return suggestion === undefined
    ? []
    : [{ code: 'maybe-term', start, end, expected: [], suggestion }];
}

function nearTerm(words: string): string | undefined {
  return words.length < shortestSlip ? undefined : nearestWord(words, plainTerms);
}

/** The longest term at the beginning, with the rest as words beside it. */
function startsWithTerm(words: readonly string[]): string | undefined {
  for (let count = words.length - 1; count > 0; count -= 1) {
    const head = words.slice(0, count).join(' ');
    if (termOfPhrase(head) !== undefined) return `${head} & ${words.slice(count).join(' ')}`;
  }
  return undefined;
}
