import {
  type FilterNames,
  findSections,
  matchesName,
  matchesPerson,
} from './filter-query-match.ts';
import {
  type FilterError,
  type FilterErrorCode,
  type FilterNode,
  type FilterTerm,
  type NamePattern,
  termsOf,
} from './filter-query-node.ts';
import { quote } from './filter-query-text.ts';
import { nearestWord } from './nearest-word.ts';

/** Names in a query that nothing has, each at its place with the nearest one there is. A prefix may match nothing. */
export function findUnknownNames(node: FilterNode, names: FilterNames): readonly FilterError[] {
  return termsOf(node).flatMap((term) => unknownName(term, names) ?? []);
}

function unknownName(term: FilterTerm, names: FilterNames): FilterError | undefined {
  switch (term.name) {
    case 'label': {
      const known = names.labels.map(({ name }) => name);
      return unknown({ code: 'unknown-label', pattern: term.label, known });
    }
    case 'person': {
      if (names.people.some((person) => matchesPerson(term.person, person))) return undefined;
      const known = names.people.map(({ name }) => name);
      return unknown({ code: 'unknown-person', pattern: term.person, known });
    }
    case 'project':
      return unknownPlace(term, names);
    default:
      return undefined;
  }
}

function unknownPlace(
  { project, section }: Extract<FilterTerm, { name: 'project' }>,
  { projects }: FilterNames,
): FilterError | undefined {
  const found = projects.filter(({ name }) => matchesName(project, name));
  if (found.length === 0) {
    const known = projects.map(({ name }) => name);
    return unknown({ code: 'unknown-project', pattern: project, known });
  }
  if (section === null || findSections(section, found).length > 0) return undefined;
  const known = found.flatMap((one) =>
    Object.entries(one.sections)
      .filter(([id]) => !(id in one.sectionsGone))
      .map(([, { name }]) => name),
  );
  return unknown({ code: 'unknown-section', pattern: section, known });
}

function unknown(of: {
  code: FilterErrorCode;
  pattern: NamePattern;
  known: readonly string[];
}): FilterError | undefined {
  const { code, pattern, known } = of;
  if (pattern.isPrefix || known.some((name) => matchesName(pattern, name))) return undefined;
  const near = nearestWord(pattern.text, known);
  const suggestion = near === undefined ? undefined : nameText(near);
  const expected = known.slice(0, 5).map(nameText);
  return { code, start: pattern.start, end: pattern.end, expected, suggestion };
}

/** A name as it is written behind its sign: in quotes where it has spaces or signs. */
export function nameText(name: string): string {
  return /^[^\s&|()"/*]+$/.test(name) ? name : quote(name);
}
