import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#shared/limits';
import { moveInto, type OrderedRow } from '#shared/move-into';
import { compareOrder } from '#shared/compare-order';
import { isOrderKey } from '#shared/order-key';

const alice = 'alice00000';
const bob = 'bob0000000';

const idsOf = (rows: readonly OrderedRow[]) => rows.map((row) => row.id);

function applied(rows: readonly OrderedRow[], moves: readonly OrderedRow[]): OrderedRow[] {
  const moved = new Set(idsOf(moves));
  return [...rows.filter((row) => !moved.has(row.id)), ...moves].sort(compareOrder);
}

function move(rows: OrderedRow[], taskId: string, index: number, deviceId = alice) {
  const moves = moveInto({ siblings: rows, taskId, index, deviceId });
  return { moves, rows: applied(rows, moves) };
}

function inOrder(ids: string[], taskId: string, index: number): string[] {
  const others = ids.filter((id) => id !== taskId);
  return [...others.slice(0, index), taskId, ...others.slice(index)];
}

describe('moveInto', () => {
  it('[R8] an ordinary move re-keys the moved task alone', () => {
    const rows = [
      { id: 'x', orderKey: 'a0' },
      { id: 'y', orderKey: 'a1' },
      { id: 'z', orderKey: 'a2' },
    ];
    const result = move(rows, 'z', 1);
    expect(idsOf(result.moves)).toEqual(['z']);
    expect(idsOf(result.rows)).toEqual(['x', 'z', 'y']);
  });

  it('[R8] a task that stands there already is left alone', () => {
    const rows = [
      { id: 'x', orderKey: 'a0' },
      { id: 'y', orderKey: 'a0' },
    ];
    expect(move(rows, 'y', 1).moves).toEqual([]);
  });

  it('[R8] a move into a gap of equal keys re-keys neighbours, the list reads as asked (A6)', () => {
    const rows = ['p', 'q', 'r', 's', 't'].map((id) => ({ id, orderKey: 'a0' }));
    const result = move(rows, 't', 2);
    expect(idsOf(result.rows)).toEqual(['p', 'q', 't', 'r', 's']);
    expect(result.moves.length).toBeGreaterThan(1);
  });

  it('[R8] whatever the keys are, the list reads as asked and every new key is valid', () => {
    const key = fc.oneof(
      fc.constantFrom('a0', 'a0', 'a1', 'a0V', `a0-${alice}-a0`, `a0-${bob}-a0`, 'a0~', 'A', '0'),
      fc.string({ maxLength: limits.orderKeyMaxLength }),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), fc.nat(30), fc.nat(30), (keys, from, to) => {
        const rows = keys.map((orderKey, i) => ({ id: `task ${i}`, orderKey })).sort(compareOrder);
        const taskId = `task ${from}`;
        const index = Math.min(to, rows.filter((row) => row.id !== taskId).length);
        const result = move(rows, taskId, index);
        expect(idsOf(result.rows)).toEqual(inOrder(idsOf(rows), taskId, index));
        for (const row of result.moves) expect(isOrderKey(row.orderKey)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['always into the same gap', () => 1],
    ['always first', () => 0],
    ['in turn left and right of the last one', (i: number) => (i >> 1) + 1],
  ])('[R8] 2,500 tasks put %s keep keys of at most 64 characters', (_name, place) => {
    let rows: OrderedRow[] = [
      { id: 'first', orderKey: 'a0' },
      { id: 'last', orderKey: 'a1' },
    ];
    const expected = idsOf(rows);
    for (let i = 0; i < 2_500; i += 1) {
      const index = Math.min(place(i), rows.length);
      const result = move(rows, `task ${i}`, index, i % 3 === 0 ? bob : alice);
      expected.splice(index, 0, `task ${i}`);
      rows = result.rows;
      expect(result.moves.length).toBeLessThanOrEqual(limits.batchMaxChanges);
      for (const row of result.moves) expect(isOrderKey(row.orderKey)).toBe(true);
    }
    expect(idsOf(rows)).toEqual(expected);
  });

  it('[R8] 10,000 moves at one spot keep keys of at most 64 characters and touch few rows (A6)', () => {
    let rows: OrderedRow[] = Array.from({ length: 40 }, (_, i) => ({
      id: `task ${i}`,
      orderKey: `a0${'V'.repeat(i + 1)}`,
    })).sort(compareOrder);
    let touched = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const taskId = rows[i % 2 === 0 ? 39 : 0]?.id ?? '';
      const result = move(rows, taskId, 20, i % 2 === 0 ? alice : bob);
      expect(idsOf(result.rows)).toEqual(inOrder(idsOf(rows), taskId, 20));
      rows = result.rows;
      touched += result.moves.length;
    }
    expect(rows.every((row) => row.orderKey.length <= limits.orderKeyMaxLength)).toBe(true);
    expect(touched / 10_000).toBeLessThan(1.5);
  });

  it('[R8] random moves by two offline devices end in one order on both (A6)', () => {
    const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (steps) => {
        const start = Array.from({ length: 10 }, (_, i) => ({ id: `t${i}`, orderKey: 'a0' }));
        const local = { [alice]: start, [bob]: start };
        const log: OrderedRow[][] = [];
        for (const [from, to, isAlice] of steps) {
          const deviceId = isAlice ? alice : bob;
          const result = move(local[deviceId], `t${from}`, to, deviceId);
          local[deviceId] = result.rows;
          log.push(result.moves);
        }
        const settled = (order: OrderedRow[]) => log.reduce(applied, applied(order, []));
        expect(settled(start)).toEqual(settled([...start].reverse()));
        const result = move(settled(start), 't0', 5);
        expect(idsOf(result.rows)).toEqual(inOrder(idsOf(settled(start)), 't0', 5));
      }),
    );
  });
});
