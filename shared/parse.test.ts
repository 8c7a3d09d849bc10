import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jsonPointer, parse } from '#shared/parse';
import { batchSchema, pushRequestSchema } from '#shared/push-message';

function errorsOf(schema: z.ZodMiniType, input: unknown) {
  const parsed = parse(schema, input);
  return parsed.ok ? [] : parsed.errors;
}

describe('parse', () => {
  const person = z.strictObject({ name: z.string(), age: z.optional(z.int()) });

  test.each([
    [{}, '/name', 'required'],
    [{ name: 1 }, '/name', 'type'],
    [{ name: 'Ann', age: 1.5 }, '/age', 'type'],
    [{ name: 'Ann', 'a/b~c': 1 }, '/a~1b~0c', 'unknown_field'],
    ['Ann', '', 'type'],
  ])('%j is wrong at %j: %s', (input, pointer, code) => {
    expect(errorsOf(person, input)).toEqual([{ pointer, code }]);
  });

  test('of a union the branch that came furthest is told', () => {
    const change = { kind: 'task', id: 'no-id', create: {} };
    const batch = { n: 1, v: 1, stamp: '0000000000000-alice00000', changes: [change] };
    expect(errorsOf(batchSchema, { ...batch, stamp: '000000000000-alice00000' })).toEqual([
      { pointer: '/changes/0/id', code: 'format' },
    ]);
  });

  test('at most 20 errors are told', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}`, 1]));
    expect(errorsOf(person, { name: 'Ann', ...many })).toHaveLength(20);
  });

  test('it never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true }), (input) => {
        expect(() => parse(pushRequestSchema, input)).not.toThrow();
      }),
    );
  });

  test('pointers escape as RFC 6901 says', () => {
    expect(jsonPointer(['a', 0, 'b/c', '~'])).toBe('/a/0/b~1c/~0');
    expect(jsonPointer([])).toBe('');
  });
});
