import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { missingForms } from '#scripts/catalogs/plural-forms';

/** TypeScript types of the arguments of a message, by name. */
export type MessageArguments = ReadonlyMap<string, string>;

/**
 * One message as code: a string where it takes nothing, else a function of one object with what it takes. `uses` names
 * the functions of `client/i18n/formats.ts` that the code calls.
 */
export interface CompiledMessage {
  readonly code: string;
  readonly takes: MessageArguments;
  readonly uses: ReadonlySet<Formatter>;
}

/** What compiled messages may call: a number, the plural form of one, text of a person with its direction kept apart. */
export type Formatter = 'form' | 'number' | 'text';

interface Writing {
  readonly locale: string;
  readonly takes: Map<string, string>;
  readonly uses: Set<Formatter>;
  /** The argument that `#` stands for. */
  readonly counted?: string;
}

/**
 * Compiles an ICU message: plain arguments, `{count, number}`, `plural` and `select`. Throws an Error that says what is
 * wrong with any other, and with a plural that lacks a form which the locale has.
 */
export function compileMessage(message: string, locale: string): CompiledMessage {
  const elements = parse(message, { ignoreTag: true });
  const writing: Writing = { locale, takes: new Map(), uses: new Set() };
  const body = writeAll(elements, writing);
  const { takes, uses } = writing;
  return { code: takes.size === 0 ? body : `(of) => ${body}`, takes, uses };
}

/** A string literal, one call, or a template of several parts. */
function writeAll(elements: readonly MessageFormatElement[], writing: Writing): string {
  const [first, ...others] = elements;
  if (first === undefined) return "''";
  if (others.length === 0)
    return first.type === TYPE.literal ? quote(first.value) : writeOne(first, writing);
  const parts = elements.map((element) =>
    element.type === TYPE.literal
      ? escapeTemplate(element.value)
      : `\${${writeOne(element, writing)}}`,
  );
  return `\`${parts.join('')}\``;
}

function writeOne(element: MessageFormatElement, writing: Writing): string {
  switch (element.type) {
    case TYPE.literal:
      return quote(element.value);
    case TYPE.argument:
      return call('text', take(element.value, 'string', writing), writing);
    case TYPE.number:
      if (element.style) throw new Error(`{${element.value}, number} takes no style here`);
      return call('number', take(element.value, 'number', writing), writing);
    case TYPE.pound:
      if (writing.counted === undefined) throw new Error('# stands outside a plural');
      return call('number', writing.counted, writing);
    case TYPE.plural:
      return writePlural(element, writing);
    case TYPE.select:
      return writeSelect(element, writing);
    default:
      throw new Error('dates are formatted before they are handed to a message');
  }
}

function writePlural(
  element: Extract<MessageFormatElement, { type: TYPE.plural }>,
  writing: Writing,
): string {
  const { value, offset, pluralType, options } = element;
  if (offset !== 0 || pluralType !== 'cardinal')
    throw new Error('neither offsets nor ordinals are known here');
  const problem = missingForms(Object.keys(options), writing.locale);
  if (problem !== undefined) throw new Error(`the plural of {${value}} ${problem}`);
  const counted = take(value, 'number', writing);
  const { exact, forms, other } = cases(options, { ...writing, counted });
  const isExact = exact.map(([key, code]) => `${counted} === ${key.slice(1)} ? ${code} : `);
  const isForm = forms
    .filter(([, code]) => code !== other)
    .map(([key, code]) => `${call('form', counted, writing)} === ${quote(key)} ? ${code} : `);
  return asGroup([...isExact, ...isForm], other);
}

function writeSelect(
  { value, options }: Extract<MessageFormatElement, { type: TYPE.select }>,
  writing: Writing,
): string {
  const keys = Object.keys(options).sort().map(quote);
  const chosen = take(value, keys.join(' | '), writing);
  const { forms, other } = cases(options, writing);
  return asGroup(
    forms.map(([key, code]) => `${chosen} === ${quote(key)} ? ${code} : `),
    other,
  );
}

/** The choices of a plural or select as code: for exact numbers, for names, and for all else. */
function cases(
  options: Readonly<Record<string, { value: MessageFormatElement[] }>>,
  writing: Writing,
) {
  const written = Object.entries(options).map(
    ([key, option]) => [key, writeAll(option.value, writing)] as const,
  );
  return {
    exact: written.filter(([key]) => key.startsWith('=')),
    forms: written.filter(([key]) => !key.startsWith('=') && key !== 'other'),
    other: written.find(([key]) => key === 'other')?.[1] ?? "''",
  };
}

function asGroup(choices: readonly string[], other: string): string {
  return choices.length === 0 ? other : `(${choices.join('')}${other})`;
}

function take(name: string, type: string, { takes }: Writing): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) throw new Error(`{${name}} is not a name in camelCase`);
  const known = takes.get(name);
  if (known !== undefined && known !== type)
    throw new Error(`{${name}} is used as ${known} and as ${type}`);
  takes.set(name, type);
  return `of.${name}`;
}

function call(formatter: Formatter, argument: string, { uses }: Writing): string {
  uses.add(formatter);
  return `${formatter}(${argument})`;
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\n', '\\n');
}

/** A string literal of JavaScript. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
