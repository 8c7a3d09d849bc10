import type { FilterNode, FilterTerm, NamePattern } from './filter-query-node.ts';
import { isMeWord, termOfPhrase } from './filter-query-phrase.ts';
import { parseFilter } from './filter-query.ts';
import { unreachable } from './unreachable.ts';

const priorityTerms = {
  urgent: '!1',
  high: '!2',
  medium: '!3',
  low: '!4',
  none: 'no priority',
} as const;

/** The text of a query; parsed again it gives the same tree, but for where things stand. */
export function printFilter(node: FilterNode): string {
  switch (node.name) {
    case 'term':
      return printTerm(node.term);
    case 'and':
      return node.parts.map((part) => grouped(part, ['and', 'or'])).join(' & ');
    case 'or':
      return node.parts.map((part) => grouped(part, ['or'])).join(' | ');
    case 'not': {
      const part = grouped(node.part, ['and', 'or']);
      // A digit behind the sign would be a priority.
      return /^\d/.test(part) ? `not ${part}` : `!${part}`;
    }
    default:
      return unreachable(node);
  }
}

function grouped(node: FilterNode, names: readonly FilterNode['name'][]): string {
  return names.includes(node.name) ? `(${printFilter(node)})` : printFilter(node);
}

function printTerm(term: FilterTerm): string {
  switch (term.name) {
    case 'date':
      return printDate(term);
    case 'upcoming':
      return term.days === null ? 'upcoming' : `next ${term.days} days`;
    case 'status':
      return term.status;
    case 'priority':
      return priorityTerms[term.priority];
    case 'label':
      return `#${printName(term.label)}`;
    case 'person':
      return `@${printPerson(term.person)}`;
    case 'project': {
      const section = term.section === null ? '' : `/${printName(term.section)}`;
      return `/${printName(term.project)}${section}`;
    }
    case 'has':
      return `has: ${term.what}`;
    case 'estimate':
      return `~${term.compare === '=' ? '' : term.compare}${printMinutes(term.minutes)}`;
    case 'text':
      return printWords(term.words);
    case 'me':
      return '@me';
    case 'no-date':
    case 'no-label':
      return term.name.replace('-', ' ');
    case 'overdue':
    case 'inbox':
    case 'unassigned':
    case 'subtask':
    case 'recurring':
      return term.name;
    default:
      return unreachable(term);
  }
}

function printDate({ field, compare, phrase }: Extract<FilterTerm, { name: 'date' }>): string {
  const isWord = field === 'due' && compare === 'on' && termOfPhrase(phrase)?.name === 'date';
  if (isWord) return phrase;
  return compare === 'on' ? `${field}: ${phrase}` : `${field} ${compare}: ${phrase}`;
}

function printMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

function printName({ text, isPrefix }: NamePattern): string {
  if (isPrefix) return `${text}*`;
  return /^[^\s&|()"/]+$/.test(text) && !text.endsWith('*') ? text : quote(text);
}

function printPerson(person: NamePattern): string {
  return isMeWord(person.text) && !person.isPrefix ? quote(person.text) : printName(person);
}

/** Words without quotes where they are read as the same words, else each in quotes. */
function printWords(words: readonly string[]): string {
  const plain = words.join(' ');
  const read = parseFilter(plain);
  const isSame =
    read.name === 'filter' &&
    read.node.name === 'term' &&
    read.node.term.name === 'text' &&
    isSameList(read.node.term.words, words);
  return isSame ? plain : words.map(quote).join(' ');
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** A text in quotes, as the language reads it. */
export function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
