import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMessage } from './compile-message.ts';

type Values = Record<string, string | number>;

/** Runs compiled code with formatters that leave traces of themselves. */
function say(message: string, values: Values, locale = 'en'): string {
  const rules = new Intl.PluralRules(locale);
  const said: unknown = runInNewContext(`(${compileMessage(message, locale).code})`, {
    form: (value: number) => rules.select(value),
    number: (value: number) => `<${value}>`,
    text: (value: string) => `[${value}]`,
  });
  return typeof said === 'function' ? String(said(values)) : String(said);
}

describe('a message', () => {
  it('without arguments is a string', () => {
    expect(compileMessage('It’s “done”', 'en').code).toBe(`'It’s “done”'`);
    expect(say("a 'b' \\ ` $'{c}' \n \" '{'d'}'", {})).toBe("a 'b' \\ ` ${c} \n \" {d}");
  });

  it('puts text and numbers where the language wants them', () => {
    expect(say('‘{title}’: {at, number}', { title: 'Milk', at: 3 })).toBe('‘[Milk]’: <3>');
    expect(say('`${title}` \\{title}', { title: 'x' })).toBe('`$[x]` \\[x]');
  });

  it('asks for exact numbers first, then for the form', () => {
    const message = '{n, plural, one {# task} =0 {none} other {# tasks}}';
    expect([0, 1, 2].map((n) => say(message, { n }))).toEqual(['none', '<1> task', '<2> tasks']);
  });

  it('chooses by name, and knows which names there are', () => {
    const message = '{day, select, today {now} other {later}}';
    expect(say(message, { day: 'today' })).toBe('now');
    expect([...compileMessage(message, 'en').takes]).toEqual([['day', "'other' | 'today'"]]);
  });

  it.each([
    ['{n, plural, one {x} other {y}}', 'ar', /lacks few, many, two, zero in ar/],
    ['{n, plural, other {y}}', 'en', /lacks one in en/],
    ['{n, plural, one {x} few {y} other {z}}', 'en', /has few, unknown in en/],
    ['{n, plural, one {x}}', 'en', /other|OTHER/],
    ['{n} {n, number}', 'en', /used as string and as number/],
    ['{n, date, short}', 'en', /dates are formatted before/],
    ['{n, number, percent}', 'en', /takes no style/],
    ['{n, selectordinal, other {#th}}', 'en', /neither offsets nor ordinals/],
    ['{Title}', 'en', /camelCase/],
    ['{title', 'en', /EXPECT|UNCLOSED|unclosed/i],
  ])('%s in %s is refused', (message, locale, reason) => {
    expect(() => compileMessage(message, locale)).toThrow(reason);
  });

  it('an exact number stands for a form that has no other', () => {
    const message = '{n, plural, =0 {a} =1 {b} =2 {c} few {d} many {e} other {f}}';
    expect([0, 1, 2, 3, 11, 100].map((n) => say(message, { n }, 'ar')).join('')).toBe('abcdef');
  });
});

describe('any message', () => {
  /** A message beside what it must say. */
  interface Example {
    source: string;
    says: (values: { name: string; n: number }) => string;
  }
  const plain = fc
    .string({ unit: fc.constantFrom(...Array.from('ab `$\\"\n‘مهمة🙂é')) })
    .map((text): Example => ({ source: text, says: () => text }));
  const name: Example = { source: '{name}', says: (values) => `[${values.name}]` };
  const number: Example = { source: '{n, number}', says: (values) => `<${values.n}>` };
  const inARow = (parts: Example[]): Example => ({
    source: parts.map(({ source }) => source).join(''),
    says: (values) => parts.map(({ says }) => says(values)).join(''),
  });
  const row = fc.array(fc.oneof(plain, fc.constantFrom(name, number))).map(inARow);
  const choice = fc.tuple(row, row, row).map(
    ([none, one, other]): Example => ({
      source: `{n, plural, =0 {${none.source}} one {${one.source}} other {${other.source}}}`,
      says: (values) => [none, one][values.n]?.says(values) ?? other.says(values),
    }),
  );
  const message = fc.array(fc.oneof(row, choice)).map(inARow);

  it('says the same compiled as read', () => {
    fc.assert(
      fc.property(message, fc.constantFrom(0, 1, 2, 7), ({ source, says }, n) => {
        expect(say(source, { name: 'x', n })).toBe(says({ name: 'x', n }));
      }),
    );
  });
});
