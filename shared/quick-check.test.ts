import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemSchema } from './api-error.ts';
import { documentKinds } from './document-kinds.ts';
import { documentSchema } from './document-message.ts';
import { commitEventSchema, joinRequestSchema } from './live-message.ts';
import { pullAnswerSchema } from './pull-message.ts';
import { batchSchema, changeSchema, pushRequestSchema } from './push-message.ts';
import { quickCheck } from './quick-check.ts';

const schemas: Record<string, z.core.$ZodType> = {
  problem: problemSchema,
  document: documentSchema,
  commit: commitEventSchema,
  join: joinRequestSchema,
  pull: pullAnswerSchema,
  batch: batchSchema,
  change: changeSchema,
  push: pushRequestSchema,
  ...Object.fromEntries(documentKinds.map(({ kind, create }) => [`create ${kind}`, create])),
  ...Object.fromEntries(
    documentKinds.flatMap(({ kind, groups, sets }) => [
      ...Object.entries(groups).map(([name, { value }]) => [`${kind} ${name}`, value]),
      ...Object.entries(sets).map(([name, { value }]) => [`${kind} ${name}/`, value]),
    ]),
  ),
};

const uuid = '018f0000-0000-7000-8000-000000000001';
const stamp = '0mib1mfdh000-laptop0001';

/** Values near the border of what the schemas take: right ones, wrong ones, missing ones and strange ones. */
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    -0,
    1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '',
    ' ',
    'todo',
    'done',
    'task',
    'a0',
    'blue',
    'admin',
    'label',
    uuid,
    stamp,
    `${stamp}~${stamp}`,
    '2026-11-22',
    '2026-02-30',
    '09:30',
    '2026-11-22T09:30:00.000Z',
    'Europe/Kyiv',
    'FREQ=DAILY',
    '\ud800',
    'a\u0000b',
    'x'.repeat(501),
    'x'.repeat(50_001),
    [],
    {},
    { present: true },
    { __proto__: null, title: 'x' },
    new Date(0),
    'epoch',
    '12',
    `12.${uuid}`,
    `label/${uuid}`,
  ),
  fc.string(),
  fc.integer(),
);
const keys = [
  ...new Set([
    'kind',
    'id',
    'group',
    'value',
    'base',
    'before',
    'ifBase',
    'create',
    'n',
    'v',
    'stamp',
    'changes',
    'workspaceId',
    'deviceId',
    'epoch',
    'batches',
    'seq',
    'stamps',
    'purged',
    'documents',
    'next',
    'done',
    'head',
    'hash',
    'lastN',
    'refused',
    'unknown',
    'constructor',
    ...documentKinds.flatMap(({ groups }) => Object.values(groups).flatMap(({ fields }) => fields)),
  ]),
];
const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 8 }),
  ),
})).value;

describe('quick checks', () => {
  test.each(Object.keys(schemas))(
    '[R13] what the quick check of %s takes, parsing gives back as it came',
    (name) => {
      const schema = schemas[name];
      const check = schema && quickCheck(schema);
      if (schema === undefined || check === undefined)
        throw new Error(`${name} has no quick check`);
      fc.assert(
        fc.property(tree, (value) => {
          if (!check(value)) return;
          const parsed = z.safeParse(schema, value);
          expect(parsed.success).toBe(true);
          expect(parsed.data).toEqual(value);
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each([
    ['title', 'Pay rent', true],
    ['title', '', false],
    ['title', ' \t', false],
    ['title', '\ud800', false],
    ['dueDate', '2026-02-28', true],
    ['dueDate', '2026-02-30', false],
    ['reminders', [{ minutesBefore: 10 }, { at: '2026-11-22T09:30:00.000Z' }], true],
    ['reminders', [{ minutesBefore: -1 }], false],
    ['labels', { [uuid]: true }, true],
    ['labels', { [uuid]: false }, false],
    ['estimateMinutes', 1.5, false],
    ['seq', 1, false],
  ])('a new task with %s %j: %s, as parsing says', (field, value, isRight) => {
    const schema = schemas['create task'];
    const creation = { title: 'Pay rent', [field]: value };

    expect(schema && quickCheck(schema)?.(creation)).toBe(isRight);
    expect(schema && z.safeParse(schema, creation).success).toBe(isRight);
  });

  test('a schema that changes values has no quick check', () => {
    expect(quickCheck(z.pipe(z.string(), z.transform(Number)))).toBeUndefined();
    expect(quickCheck(z.strictObject({ limit: z._default(z.string(), '1') }))).toBeUndefined();
    expect(quickCheck(z.object({ name: z.string() }))?.({ name: 'x', more: 1 })).toBe(false);
  });
});
