import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { type Part, splitShared } from '#scripts/catalogs/split-shared';
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
  const body = join(writeAll(elements, writing));
  const { takes, uses } = writing;
  return { code: takes.size === 0 ? body : `(of) => ${body}`, takes, uses };
}

/** A string literal, one expression, or a template of several parts. */
function join(parts: readonly Part[]): string {
  const [first, ...others] = parts;
  if (first === undefined) return quote('');
  if (others.length === 0) return 'text' in first ? quote(first.text) : first.code;
  const pieces = parts.map((part) =>
    'text' in part ? escapeTemplate(part.text) : `\${${part.code}}`,
  );
  return `\`${pieces.join('')}\``;
}

function writeAll(elements: readonly MessageFormatElement[], writing: Writing): Part[] {
  return elements.flatMap((element) => writeOne(element, writing));
}

function writeOne(element: MessageFormatElement, writing: Writing): Part[] {
  switch (element.type) {
    case TYPE.literal:
      return [{ text: element.value }];
    case TYPE.argument:
      return [call('text', take(element.value, 'string', writing), writing)];
    case TYPE.number:
      if (element.style) throw new Error(`{${element.value}, number} takes no style here`);
      return [call('number', take(element.value, 'number', writing), writing)];
    case TYPE.pound:
      if (writing.counted === undefined) throw new Error('# stands outside a plural');
      return [call('number', writing.counted, writing)];
    case TYPE.plural:
      return writePlural(element, writing);
    case TYPE.select:
      return writeSelect(element, writing);
    default:
      throw new Error('dates are formatted before they are handed to a message');
  }
}

type Options = Readonly<Record<string, { value: MessageFormatElement[] }>>;

function writePlural(
  element: Extract<MessageFormatElement, { type: TYPE.plural }>,
  writing: Writing,
): Part[] {
  const { value, offset, pluralType, options } = element;
  if (offset !== 0 || pluralType !== 'cardinal')
    throw new Error('neither offsets nor ordinals are known here');
  const problem = missingForms(Object.keys(options), writing.locale);
  if (problem !== undefined) throw new Error(`the plural of {${value}} ${problem}`);
  const counted = take(value, 'number', writing);
  const test = (choice: string) =>
    choice.startsWith('=')
      ? `${counted} === ${choice.slice(1)}`
      : `${call('form', counted, writing).code} === ${quote(choice)}`;
  return writeChoices(options, { test, writing: { ...writing, counted } });
}

function writeSelect(
  { value, options }: Extract<MessageFormatElement, { type: TYPE.select }>,
  writing: Writing,
): Part[] {
  const keys = Object.keys(options).sort().map(quote);
  const chosen = take(value, keys.join(' | '), writing);
  return writeChoices(options, { test: (choice) => `${chosen} === ${quote(choice)}`, writing });
}

/** One expression that chooses, between what all choices begin and end with alike. */
function writeChoices(
  options: Options,
  { test, writing }: { test: (choice: string) => string; writing: Writing },
): Part[] {
  const names = Object.keys(options).sort(exactFirst);
  const written = names.map((name) => writeAll(options[name]?.value ?? [], writing));
  const { before, middles, after } = splitShared(written);
  const other = join(middles.at(-1) ?? []);
  const tests = names.slice(0, -1).flatMap((name, at) => {
    const code = join(middles[at] ?? []);
    return code === other && !name.startsWith('=') ? [] : [`${test(name)} ? ${code} : `];
  });
  const choice =
    tests.length === 0 ? (middles.at(-1) ?? []) : [{ code: `(${tests.join('')}${other})` }];
  return [...before, ...choice, ...after];
}

/** Exact numbers are asked first, `other` last. */
function exactFirst(a: string, b: string): number {
  const rank = (name: string) => Number(name === 'other') - Number(name.startsWith('='));
  return rank(a) - rank(b);
}

function take(name: string, type: string, { takes }: Writing): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) throw new Error(`{${name}} is not a name in camelCase`);
  const known = takes.get(name);
  if (known !== undefined && known !== type)
    throw new Error(`{${name}} is used as ${known} and as ${type}`);
  takes.set(name, type);
  return `of.${name}`;
}

function call(formatter: Formatter, argument: string, { uses }: Writing): { code: string } {
  uses.add(formatter);
  return { code: `${formatter}(${argument})` };
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\n', '\\n');
}

/** A string literal of JavaScript. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
