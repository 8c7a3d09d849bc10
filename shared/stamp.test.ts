import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baseMatches,
  effectiveStamp,
  fitStamp,
  formatStamp,
  heldStampSchema,
  readStamp,
  stampAbove,
  stampSchema,
  tick,
} from '#shared/stamp';

const deviceId = fc.stringMatching(/^[0-9a-z]{10}$/);
const parts = fc.record({
  ms: fc.integer({ min: 0, max: 36 ** 9 - 2 }),
  counter: fc.integer({ min: 0, max: 36 ** 3 - 1 }),
  deviceId,
});
const stamps = parts.map(formatStamp);

describe('stamps', () => {
  test('[R6] what is written is read again', () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(stampSchema.safeParse(formatStamp(one)).success).toBe(true);
        expect(readStamp(formatStamp(one))).toEqual(one);
      }),
    );
  });

  test('[R6] string order is time order', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const byTime = a.ms - b.ms || a.counter - b.counter;
        fc.pre(byTime !== 0);
        expect(formatStamp(a) < formatStamp(b)).toBe(byTime < 0);
      }),
    );
  });

  test('[R6] a counter that overflows carries into the milliseconds', () => {
    const last = formatStamp({ ms: 7, counter: 36 ** 3 - 1, deviceId: 'alice00000' });
    expect(readStamp(stampAbove(last, last, 'alice00000'))).toMatchObject({ ms: 8, counter: 0 });
    expect(tick({ ms: 7, counter: 36 ** 3 - 1 }, 7)).toEqual({ ms: 8, counter: 0 });
  });

  test('[R6] a stamp above both is above both', () => {
    fc.assert(
      fc.property(stamps, stamps, deviceId, (a, b, device) => {
        const above = stampAbove(a, b, device);
        expect(above > a && above > b).toBe(true);
      }),
    );
  });

  test('[R6] a fitted stamp is under the ceiling or just above what it replaces, and found by what was sent', () => {
    fc.assert(
      fc.property(
        stamps,
        fc.option(stamps, { nil: undefined }),
        fc.nat(),
        (sent, above, ceilingMs) => {
          const held = fitStamp({ sent, ceilingMs, above });
          expect(heldStampSchema.safeParse(held).success).toBe(true);
          expect(baseMatches(held, sent)).toBe(true);
          expect(baseMatches(held, held)).toBe(true);
          const fitted = effectiveStamp(held);
          if (above !== undefined) expect(fitted > above).toBe(true);
          const isUnderCeiling = readStamp(fitted).ms <= ceilingMs;
          const floor =
            above === undefined ? '' : stampAbove(above, above, readStamp(sent).deviceId);
          expect(isUnderCeiling || fitted === floor).toBe(true);
          expect(readStamp(fitted).deviceId).toBe(readStamp(sent).deviceId);
        },
      ),
    );
  });

  test('[R6] the base of an own edit matches by the part that was sent (B7a)', () => {
    const sent = formatStamp({ ms: 5_000, counter: 0, deviceId: 'alice00000' });
    const held = fitStamp({ sent, ceilingMs: 1_000 });
    expect(held).toMatch(/~/);
    expect(baseMatches(held, sent)).toBe(true);
    expect(baseMatches(held, formatStamp({ ms: 1, counter: 0, deviceId: 'alice00000' }))).toBe(
      false,
    );
  });

  test('[R6] a clock never ticks back, whatever the device’s time does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 1 }), (times) => {
        let clock = { ms: 0, counter: 0 };
        let last = '';
        for (const nowMs of times) {
          clock = tick(clock, nowMs);
          const stamp = formatStamp({ ...clock, deviceId: 'alice00000' });
          expect(stamp > last).toBe(true);
          last = stamp;
        }
      }),
    );
  });
});
