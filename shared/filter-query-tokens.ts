import type { FilterError, NamePattern, TextRange } from './filter-query-node.ts';

/** A word of free text or of a phrase such as `no date`; `text` is without its quotes. */
export interface WordPart extends TextRange {
  text: string;
  isQuoted: boolean;
}

/** The smallest parts of a query. `run`: words between signs, which are read together. */
export type FilterToken = TextRange &
  (
    | { name: 'and' | 'or' | 'not' | 'open' | 'close' }
    | { name: 'run'; parts: readonly WordPart[] }
    | { name: 'label' | 'person'; names: readonly [NamePattern] }
    | { name: 'project'; names: readonly [NamePattern, ...NamePattern[]] }
    | { name: 'priority'; digit: string }
    | { name: 'estimate'; text: string }
  );

/** Signs that stand for themselves wherever they stand outside quotes. */
const signs = { '&': 'and', '|': 'or', '(': 'open', ')': 'close' } as const;
const nameSigns = { '#': 'label', '@': 'person', '/': 'project' } as const;
const spaces = /\s*/y;
/** Up to a space, a sign or a quote. */
const bareText = /[^\s&|()"]*/y;
const bareSection = /[^\s&|()"/]*/y;
const quotedText = /"((?:[^"\\]|\\.)*)"/sy;
const priorityDigit = /!(\d)(?![^\s&|()"])/y;

/** Reads a query into tokens, or says what cannot be one. Never throws. */
export function readTokens(text: string): readonly FilterToken[] | FilterError {
  const tokens: FilterToken[] = [];
  let at = skip(spaces, text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    if ('code' in token) return token;
    const last = tokens.at(-1);
    if (token.name === 'run' && last?.name === 'run') {
      tokens[tokens.length - 1] = {
        ...last,
        end: token.end,
        parts: [...last.parts, ...token.parts],
      };
    } else {
      tokens.push(token);
    }
    at = skip(spaces, text, token.end);
  }
  return tokens;
}

function readToken(text: string, start: number): FilterToken | FilterError {
  const sign = text.charAt(start);
  if (isKeyOf(signs, sign)) return { name: signs[sign], start, end: start + 1 };
  if (sign === '!') return readBang(text, start);
  if (isKeyOf(nameSigns, sign)) return readNames(text, start, nameSigns[sign]);
  const bare = matchAt(bareText, text, start);
  if (sign === '~') {
    return { name: 'estimate', text: bare, start, end: start + bare.length };
  }
  if (sign === '"') {
    const quoted = readQuoted(text, start);
    if ('code' in quoted) return quoted;
    return { name: 'run', start, end: quoted.end, parts: [{ ...quoted, isQuoted: true }] };
  }
  const end = start + bare.length;
  return { name: 'run', start, end, parts: [{ text: bare, start, end, isQuoted: false }] };
}

/** `!1` is a priority and nothing else; `!` before anything that is not one digit by itself means "not". */
function readBang(text: string, start: number): FilterToken {
  priorityDigit.lastIndex = start;
  const digit = priorityDigit.exec(text)?.[1];
  if (digit === undefined) return { name: 'not', start, end: start + 1 };
  return { name: 'priority', digit, start, end: start + 2 };
}

/** `#work`, `#"home office"`, `#home*`, `/work/"to do"`. */
function readNames(
  text: string,
  start: number,
  name: 'label' | 'person' | 'project',
): FilterToken | FilterError {
  const first = readName(text, start + 1, name === 'project' ? bareSection : bareText);
  if ('code' in first) return first;
  if (first.text === '' && !first.isPrefix) return missingName(start, first.end);
  if (name !== 'project') return { name, names: [first], start, end: first.end };
  if (text.charAt(first.end) !== '/') return { name, names: [first], start, end: first.end };
  const section = readName(text, first.end + 1, bareText);
  if ('code' in section) return section;
  if (section.text === '' && !section.isPrefix) return missingName(first.end, section.end);
  return { name, names: [first, section], start, end: section.end };
}

function readName(text: string, start: number, bare: RegExp): NamePattern | FilterError {
  if (text.charAt(start) === '"') {
    const quoted = readQuoted(text, start);
    return 'code' in quoted ? quoted : { ...quoted, isPrefix: false };
  }
  const name = matchAt(bare, text, start);
  const isPrefix = name.endsWith('*');
  return { text: isPrefix ? name.slice(0, -1) : name, isPrefix, start, end: start + name.length };
}

function readQuoted(text: string, start: number): (TextRange & { text: string }) | FilterError {
  quotedText.lastIndex = start;
  const quoted = quotedText.exec(text);
  if (quoted === null) {
    return { code: 'unclosed-quote', start, end: text.length, expected: ['"'] };
  }
  const unescaped = (quoted[1] ?? '').replaceAll(/\\(.)/gs, '$1');
  return { text: unescaped, start, end: start + quoted[0].length };
}

function missingName(start: number, end: number): FilterError {
  return { code: 'missing-name', start, end: Math.max(end, start + 1), expected: [] };
}

function matchAt(pattern: RegExp, text: string, start: number): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}

function skip(pattern: RegExp, text: string, start: number): number {
  return start + matchAt(pattern, text, start).length;
}

function isKeyOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}
