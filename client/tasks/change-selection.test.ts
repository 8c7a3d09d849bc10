import { array, assert, constant, constantFrom, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSelection, type SelectionStep } from './change-selection.ts';
import type { Selection } from './use-selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const nothing: Selection = { ids: new Set<string>(), base: new Set<string>(), anchorId: undefined };

function after(...steps: SelectionStep[]): string[] {
  const last = steps.reduce<Selection>((held, step) => changeSelection(held, step, order), nothing);
  return [...last.ids].toSorted();
}

const toggle = (taskId: string): SelectionStep => ({ name: 'toggle', taskId });
const extend = (toId: string, fromId?: string): SelectionStep => ({ name: 'extend', fromId, toId });

describe('the selection of a list', () => {
  it('a row is selected and unselected by itself', () => {
    expect(after(toggle('b'), toggle('d'))).toEqual(['b', 'd']);
    expect(after(toggle('b'), toggle('d'), toggle('b'))).toEqual(['d']);
  });

  it('a range grows and shrinks from the row that was toggled last, and keeps what was selected before', () => {
    expect(after(toggle('e'), toggle('a'), extend('c'))).toEqual(['a', 'b', 'c', 'e']);
    expect(after(toggle('e'), toggle('a'), extend('c'), extend('b'))).toEqual(['a', 'b', 'e']);
    expect(after(toggle('c'), extend('e'), extend('b'))).toEqual(['b', 'c']);
  });

  it('without a beginning a range starts at the active row', () => {
    expect(after(extend('c', 'b'))).toEqual(['b', 'c']);
    expect(after(extend('c'))).toEqual(['c']);
  });

  it('all and none', () => {
    expect(after({ name: 'all' })).toEqual(order);
    expect(after({ name: 'all' }, { name: 'clear' })).toEqual([]);
  });

  it('whatever the steps, only rows of the list are selected, and toggling twice changes nothing', () => {
    const id = constantFrom(...order);
    const step = oneof(
      id.map((taskId) => toggle(taskId)),
      tuple(id, id).map(([to, from]) => extend(to, from)),
      constant<SelectionStep>({ name: 'all' }),
    );
    assert(
      property(array(step), id, (steps, taskId) => {
        const once = after(...steps);
        expect(once.every((selected) => order.includes(selected))).toBe(true);
        expect(after(...steps, toggle(taskId), toggle(taskId))).toEqual(once);
      }),
    );
  });
});
