import type { FilterNames } from './filter-query-match.ts';
import { nameText } from './filter-query-names.ts';
import { wordTerms } from './filter-query-phrase.ts';
import { foldText } from './fold-text.ts';

/** What can be written at the cursor; `text` replaces the range of its `Completions`. */
export interface Completion {
  name: 'term' | 'label' | 'project' | 'person';
  text: string;
}

/** Ways to go on, and the part of the text that each would replace. */
export interface Completions {
  start: number;
  end: number;
  options: readonly Completion[];
}

const mostOptions = 8;
/** What is being written: a sign with the beginning of a name, or words since the last sign. */
const unfinishedName = /(?:^|[\s&|(!])([#@/])("?)([^&|()"]*)$/;
const unfinishedWords = /(?:^|[&|(!])\s*(?:not\s+)*([^&|()!#@/~"]*)$/i;

/** What could stand where the cursor is, given what stands before it. */
export function completeFilter(of: {
  text: string;
  cursor: number;
  names: FilterNames;
}): Completions {
  const before = of.text.slice(0, of.cursor);
  const name = unfinishedName.exec(before);
  if (name !== null) {
    const [, sign = '', quoteSign = '', begun = ''] = name;
    const start = of.cursor - begun.length - quoteSign.length - 1;
    return { start, end: of.cursor, options: nameOptions({ sign, begun, names: of.names }) };
  }
  const words = unfinishedWords.exec(before)?.[1] ?? '';
  const begun = foldText(words).replaceAll(/\s+/g, ' ');
  const options = wordTerms
    .filter((term) => begun !== '' && foldText(term).startsWith(begun) && foldText(term) !== begun)
    .map((text): Completion => ({ name: 'term', text }));
  return {
    start: of.cursor - words.length,
    end: of.cursor,
    options: options.slice(0, mostOptions),
  };
}

function nameOptions(of: { sign: string; begun: string; names: FilterNames }): Completion[] {
  const { sign, begun, names } = of;
  const kind = ({ '#': 'label', '@': 'person', '/': 'project' } as const)[sign] ?? 'label';
  const all = {
    label: names.labels.map(({ name }) => name),
    project: names.projects.map(({ name }) => name),
    person: ['me', ...names.people.map(({ name }) => name)],
  }[kind];
  // A query means all of one name: those of several workspaces are one choice.
  const known = [...new Set(all)];
  const wanted = foldText(begun);
  return known
    .filter((name) => foldText(name).startsWith(wanted) && name !== begun)
    .concat(known.filter((name) => foldText(name).includes(` ${wanted}`)))
    .slice(0, mostOptions)
    .map((name) => ({ name: kind, text: `${sign}${nameText(name)}` }));
}
