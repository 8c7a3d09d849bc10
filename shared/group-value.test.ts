import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldValue, holdsValue, namedGroup, sameJson, withGroup } from '#shared/group-value';
import { buildTask, stampAt, testIds } from '#shared/testing/build-task';

function named(group: string, kind = 'task') {
  const found = namedGroup(kind, group);
  if (found === undefined) throw new Error(`no group ${group}`);
  return found;
}

describe('group values', () => {
  test('a group this build does not know is none, however it is spelled', () => {
    for (const group of ['colour', 'constructor', '__proto__', 'label', 'toString/x', 'title/x']) {
      expect(namedGroup('task', group)).toBeUndefined();
    }
    expect(namedGroup('constructor', 'title')).toBeUndefined();
  });

  test('[R13] fields that a value does not name keep what is held, null clears (B19a)', () => {
    const task = buildTask({ dueDate: '2026-12-01', startDate: '2026-11-30' });
    const next = withGroup(task, {
      group: 'schedule',
      named: named('schedule'),
      value: { dueDate: null },
      stamp: stampAt(5),
    });
    expect(next).toMatchObject({ dueDate: null, startDate: '2026-11-30' });
    expect(next.stamps['schedule']).toBe(stampAt(5));
  });

  test('what was set is held', () => {
    const value = fc.record({ present: fc.boolean() });
    fc.assert(
      fc.property(value, (set) => {
        const group = `label/${testIds.label}`;
        const one = { group, named: named(group), value: set, stamp: stampAt(5) };
        const held = heldValue(withGroup(buildTask(), one), one.named);
        expect(holdsValue(held, set)).toBe(true);
      }),
    );
  });

  test('a document of before a field came into being holds null for it', () => {
    const { estimateMinutes: _, ...older } = buildTask();
    const held = heldValue(older, named('estimate'));
    expect(held).toEqual({ estimateMinutes: null });
    expect(holdsValue(held, { estimateMinutes: null })).toBe(true);
  });

  test('JSON values are the same whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const isSame = (one: unknown, other: unknown) => canonical(one) === canonical(other);
        expect(sameJson(a, structuredClone(a))).toBe(true);
        expect(sameJson(a, b)).toBe(isSame(a, b));
        expect(sameJson(b, a)).toBe(sameJson(a, b));
      }),
    );
  });
});

/** JSON with sorted keys; -0 and 0 are one number in JSON. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
