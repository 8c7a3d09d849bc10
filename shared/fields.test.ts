import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import {
  boundedText,
  civilDate,
  deviceIdSchema,
  instant,
  orderKey,
  timeZone,
  uuid,
  wallTime,
} from '#shared/fields';

const title = boundedText({ min: 1, max: 5 });
const schemas = { title, uuid, deviceIdSchema, instant, civilDate, wallTime, timeZone, orderKey };

const good: [keyof typeof schemas, string][] = [
  ['title', 'a'],
  ['title', '👩‍👩'],
  ['uuid', '22222222-2222-7222-8222-222222222222'],
  ['deviceIdSchema', 'alice00000'],
  ['instant', '2026-11-22T09:30:00.000Z'],
  ['civilDate', '2024-02-29'],
  ['civilDate', '2999-12-31'],
  ['wallTime', '00:00'],
  ['wallTime', '23:59'],
  ['timeZone', 'America/Argentina/Buenos_Aires'],
  ['timeZone', 'Etc/GMT+5'],
  ['orderKey', 'a0~x-1'],
];

const bad: [keyof typeof schemas, unknown][] = [
  ['title', ''],
  ['title', 'abcdef'],
  ['title', 'a\u0000'],
  ['title', '\ud800'],
  ['title', 5],
  ['uuid', '22222222-2222-7222-8222-22222222222'],
  ['uuid', '22222222-2222-7222-8222-22222222222A'],
  ['uuid', '22222222-2222-7222-8222-222222222222\n'],
  ['deviceIdSchema', 'Alice00000'],
  ['deviceIdSchema', 'alice0000'],
  ['instant', '2026-11-22T09:30:00Z'],
  ['instant', '2026-13-22T09:30:00.000Z'],
  ['instant', '2026-11-22T09:30:00.000+00:00'],
  ['civilDate', '2026-02-29'],
  ['civilDate', '1899-12-31'],
  ['civilDate', '2026-00-01'],
  ['wallTime', '24:00'],
  ['wallTime', '9:30'],
  ['timeZone', '../etc/passwd'],
  ['timeZone', 'A'.repeat(65)],
  ['orderKey', ''],
  ['orderKey', 'a'.repeat(65)],
  ['orderKey', 'a b'],
];

describe('fields', () => {
  const accepts = (name: keyof typeof schemas, value: unknown) => {
    const schema: z.ZodMiniType = schemas[name];
    return schema.safeParse(value).success;
  };

  test.each(good)('%s takes %j', (name, value) => expect(accepts(name, value)).toBe(true));
  test.each(bad)('%s refuses %j', (name, value) => expect(accepts(name, value)).toBe(false));
});
