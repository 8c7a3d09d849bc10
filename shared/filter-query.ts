import type {
  FilterError,
  FilterNode,
  FilterTerm,
  ParsedFilter,
  TextRange,
} from './filter-query-node.ts';
import { isArabicNot } from './filter-query-arabic.ts';
import { isMeWord, termOfRun } from './filter-query-phrase.ts';
import { limits } from './limits.ts';
import { type FilterToken, readTokens, type WordPart } from './filter-query-tokens.ts';

/** Deeper than anybody nests by hand; keeps the reading of hostile text from using up the stack. */
const deepest = 64;
const priorities = { 1: 'urgent', 2: 'high', 3: 'medium', 4: 'low' } as const;
const estimatePattern = /^~(<=|>=|<|>|=)?(?:(\d{1,4})h)?(?:(\d{1,5})m?)?$/;
const someTerms = ['today', '!1', '#label', '/project', '"words"'];

/**
 * Reads a query: `or` of `and` of (negated) terms and groups. `!` and `not` bind closest, then `&` (also left out:
 * terms side by side must all hold), then `|`. Never throws; an error's range lies within the text.
 */
export function parseFilter(text: string): ParsedFilter {
  const tokens = readTokens(text);
  if ('code' in tokens) return { name: 'error', error: tokens };
  if (tokens.length === 0) {
    return { name: 'error', error: { code: 'empty', start: 0, end: 0, expected: someTerms } };
  }
  const reader = { text, tokens: tokens.flatMap((token) => splitNots(token)), at: 0 };
  const node = readOr(reader, 0);
  if ('code' in node) return { name: 'error', error: node };
  const left = reader.tokens[reader.at];
  if (left === undefined) return { name: 'filter', node };
  const { start, end } = left;
  return { name: 'error', error: { code: 'unopened-group', start, end, expected: [] } };
}

interface Reader {
  readonly text: string;
  readonly tokens: readonly FilterToken[];
  at: number;
}

/** The word `not` at the beginning of a run is the sign. */
function splitNots(token: FilterToken): readonly FilterToken[] {
  if (token.name !== 'run') return [token];
  const [first, ...rest] = token.parts;
  if (first === undefined || !isNot(first)) return [token];
  const not = { name: 'not', start: first.start, end: first.end } as const;
  const [second] = rest;
  if (second === undefined) return [not];
  return [not, ...splitNots({ ...token, start: second.start, parts: rest })];
}

/** Whether a word, not quoted, is the word for negation. */
function isNot({ text, isQuoted }: WordPart): boolean {
  return !isQuoted && (text.toLowerCase() === 'not' || isArabicNot(text));
}

function readOr(reader: Reader, depth: number): FilterNode | FilterError {
  const parts: FilterNode[] = [];
  for (;;) {
    const part = readAnd(reader, depth);
    if ('code' in part) return part;
    parts.push(part);
    if (reader.tokens[reader.at]?.name !== 'or') return joined('or', parts);
    reader.at += 1;
  }
}

function readAnd(reader: Reader, depth: number): FilterNode | FilterError {
  const parts: FilterNode[] = [];
  for (;;) {
    const part = readFactor(reader, depth);
    if ('code' in part) return part;
    parts.push(part);
    const next = reader.tokens[reader.at]?.name;
    if (next === undefined || next === 'or' || next === 'close') return joined('and', parts);
    if (next === 'and') reader.at += 1;
  }
}

function joined(name: 'and' | 'or', parts: readonly FilterNode[]): FilterNode {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { name, parts };
}

function readFactor(reader: Reader, depth: number): FilterNode | FilterError {
  const token = reader.tokens[reader.at];
  if (token === undefined || ['and', 'or', 'close'].includes(token.name)) return missing(reader);
  const { start, end } = token;
  if (depth > deepest) return { code: 'too-deep', start, end, expected: [] };
  reader.at += 1;
  if (token.name === 'not') {
    const part = readFactor(reader, depth + 1);
    return 'code' in part ? part : { name: 'not', part };
  }
  if (token.name === 'open') return readGroup(reader, { start, end }, depth);
  const term = readTerm(reader.text, token);
  return 'code' in term ? term : { name: 'term', term, start, end };
}

function readGroup(reader: Reader, open: TextRange, depth: number): FilterNode | FilterError {
  const node = readOr(reader, depth + 1);
  if ('code' in node) return node;
  if (reader.tokens[reader.at]?.name !== 'close') {
    return { code: 'unclosed-group', ...open, expected: [')'] };
  }
  reader.at += 1;
  return node;
}

/** A term is missing: the sign that waits for it is marked, or what stands in its place. */
function missing({ tokens, at }: Reader): FilterError {
  const place = tokens[at - 1] ?? tokens[at] ?? { start: 0, end: 0 };
  return { code: 'missing-term', start: place.start, end: place.end, expected: someTerms };
}

function readTerm(text: string, token: FilterToken): FilterTerm | FilterError {
  switch (token.name) {
    case 'run':
      return termOfRun(text, token);
    case 'label':
      return { name: 'label', label: token.names[0] };
    case 'person': {
      const [person] = token.names;
      const isMe = isMeWord(person.text) && text.charAt(person.start) !== '"';
      return isMe && !person.isPrefix ? { name: 'me' } : { name: 'person', person };
    }
    case 'project': {
      const [project, section = null] = token.names;
      return { name: 'project', project, section };
    }
    case 'priority':
      return readPriority(token);
    case 'estimate':
      return readEstimate(token);
    default:
      return { code: 'missing-term', start: token.start, end: token.end, expected: someTerms };
  }
}

function readPriority({ digit, start, end }: TextRange & { digit: string }) {
  if (digit === '1' || digit === '2' || digit === '3' || digit === '4') {
    return { name: 'priority', priority: priorities[digit] } as const;
  }
  const expected = ['!1', '!2', '!3', '!4', 'no priority'];
  return { code: 'bad-priority', start, end, expected } as const;
}

/** `~<30m`, `~>=1h30m`, `~45`: minutes unless it says hours. */
function readEstimate({ text, start, end }: TextRange & { text: string }) {
  const read = estimatePattern.exec(text);
  const [, sign, hours, minutes] = read ?? [];
  const sum = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const isTime = hours !== undefined || minutes !== undefined;
  if (read === null || !isTime || sum > limits.estimateMaxMinutes) {
    const expected = ['~<30m', '~>1h', '~45m'];
    return { code: 'bad-estimate', start, end, expected } as const;
  }
  return { name: 'estimate', compare: compareOf(sign), minutes: sum } as const;
}

function compareOf(sign: string | undefined): '<' | '<=' | '=' | '>=' | '>' {
  return sign === '<' || sign === '<=' || sign === '>=' || sign === '>' ? sign : '=';
}
