import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderKey as orderKeySchema } from '#shared/fields';
import { limits } from '#shared/limits';
import { compareOrder } from '#shared/compare-order';
import { isOrderKey, orderKeyBetween, orderKeysBetween } from '#shared/order-key';

const alice = 'alice00000';
const bob = 'bob0000000';
const devices = [alice, bob, 'carol00000'];

/** A list of keys made by many devices, each inserting into a random gap of what is there. */
const keyList = fc
  .array(fc.tuple(fc.nat(1_000), fc.constantFrom(...devices)), { maxLength: 40 })
  .map((inserts) => {
    const keys: string[] = [];
    for (const [place, deviceId] of inserts) insertAt(keys, place % (keys.length + 1), deviceId);
    return keys;
  });

function insertAt(keys: string[], index: number, deviceId: string): string {
  const gap = { before: keys[index - 1] ?? null, after: keys[index] ?? null, deviceId };
  const key = orderKeyBetween(gap);
  keys.splice(index, 0, key);
  return key;
}

describe('orderKeyBetween', () => {
  it('[R8] a key sorts strictly inside its gap and can be stored', () => {
    fc.assert(
      fc.property(keyList, (keys) => {
        if (keys.some((key) => key.length > 50)) return;
        keys.slice(1).forEach((key, index) => expect(keys[index]! < key).toBe(true));
        for (const key of keys) {
          expect(isOrderKey(key)).toBe(true);
          expect(orderKeySchema.safeParse(key).success).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[R8] two devices that insert into the same gap make different keys', () => {
    fc.assert(
      fc.property(keyList, fc.nat(1_000), fc.nat(5), fc.nat(5), (keys, place, mine, theirs) => {
        const index = place % (keys.length + 1);
        const gap = { before: keys[index - 1] ?? null, after: keys[index] ?? null };
        const ours = orderKeysBetween({ ...gap, deviceId: alice, count: mine });
        const others = orderKeysBetween({ ...gap, deviceId: bob, count: theirs });
        expect(ours.filter((key) => others.includes(key))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('[R8] tasks that two devices add offline, one after the other, do not interleave', () => {
    for (const addFirst of [true, false]) {
      const made = [alice, bob].map((deviceId) => {
        const keys = ['a0'];
        return Array.from({ length: 20 }, () =>
          insertAt(keys, addFirst ? 0 : keys.length, deviceId),
        );
      });
      const owners = made
        .flatMap((keys, device) => keys.map((key) => ({ key, device })))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ device }) => device);
      expect(owners.filter((device, i) => device !== owners[i - 1])).toHaveLength(2);
    }
  });

  it('[R8] 10,000 tasks added at the end, by one device or by turns, keep short keys', () => {
    for (const people of [[alice], [alice, bob]]) {
      const keys: string[] = [];
      for (let i = 0; i < 10_000; i += 1) insertAt(keys, i, people[i % people.length]!);
      expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(20);
    }
  });

  it('[R8] every key between two devices that used one gap at the same time has room around it', () => {
    const gap = { before: 'a0', after: 'a1' };
    const first = orderKeyBetween({ ...gap, deviceId: alice });
    const second = orderKeyBetween({ ...gap, deviceId: bob });
    for (const deviceId of devices) {
      const key = orderKeyBetween({ before: first, after: second, deviceId });
      expect(first < key && key < second).toBe(true);
    }
  });

  it('[R8] where there is no room the key is that of a neighbour, never an error', () => {
    const full = `a0${'x'.repeat(limits.orderKeyMaxLength - 2)}`;
    for (const [before, after] of [
      ['a0', 'a0'],
      ['not a key', null],
      [null, 'A'],
      ['a1', 'a0'],
      [full, `${full.slice(0, -1)}y`],
    ] as const) {
      const key = orderKeyBetween({ before, after, deviceId: alice });
      expect([before, after]).toContain(key);
    }
  });
});

describe('orderKeysBetween', () => {
  it('[R8] keys for many rows ascend inside the gap and are distinct', () => {
    fc.assert(
      fc.property(keyList, fc.nat(1_000), fc.nat(300), (keys, place, count) => {
        if (keys.some((key) => key.length > 50)) return;
        const index = place % (keys.length + 1);
        const gap = { before: keys[index - 1] ?? null, after: keys[index] ?? null };
        const made = orderKeysBetween({ ...gap, deviceId: alice, count });
        const all = [...keys.slice(0, index), ...made, ...keys.slice(index)];
        expect(made).toHaveLength(count);
        all.slice(1).forEach((key, i) => expect(all[i]! < key).toBe(true));
      }),
    );
  });
});

describe('compareOrder', () => {
  it('[R8] equal keys are ordered by id', () => {
    const rows = [
      { orderKey: 'a1', id: 'x' },
      { orderKey: 'a0', id: 'z' },
      { orderKey: 'a0', id: 'y' },
    ];
    expect(rows.sort(compareOrder).map((row) => row.id)).toEqual(['y', 'z', 'x']);
  });
});
