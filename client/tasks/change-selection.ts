import type { Selection } from './use-selection.ts';

/** What a press or a key asks of the selection; ids are of tasks. */
export type SelectionStep =
  | { name: 'toggle'; taskId: string }
  /** Everything from where the selection began (else from `fromId`) to a row, and what was selected before. */
  | { name: 'extend'; fromId: string | undefined; toId: string }
  | { name: 'all' }
  | { name: 'clear' };

/** The selection after a step; `order` holds the ids of the list as it is shown. */
export function changeSelection(
  held: Selection,
  step: SelectionStep,
  order: readonly string[],
): Selection {
  switch (step.name) {
    case 'clear':
      return { ids: new Set(), base: new Set(), anchorId: undefined };
    case 'all':
      return { ids: new Set(order), base: new Set(order), anchorId: held.anchorId };
    case 'toggle': {
      const ids = new Set(order.filter((id) => held.ids.has(id) !== (id === step.taskId)));
      return { ids, base: ids, anchorId: step.taskId };
    }
    default: {
      const anchorId = held.anchorId ?? step.fromId ?? step.toId;
      const [from, to] = [order.indexOf(anchorId), order.indexOf(step.toId)];
      if (to < 0) return held;
      const start = from < 0 ? to : Math.min(from, to);
      const range = order.slice(start, Math.max(from, to) + 1);
      return { ids: new Set([...held.base, ...range]), base: held.base, anchorId };
    }
  }
}
