import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { Label } from '#shared/label';
import { limits } from '#shared/limits';
import { compareOrder } from '#shared/compare-order';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';

/** What a person says of a label. */
export interface LabelDraft {
  name: string;
  color: Label['color'];
  /** Of a new one; left out, the personal workspace. */
  workspaceId?: string;
}

type Result = Promise<StoredBatch | undefined>;

/** The only way labels are written; one action each, undefined when there was nothing to change. */
export function createLabelCommands(store: AppStore) {
  return {
    /** The stamps an edit of name and colour begins from (A14). */
    beginEdit: (labelId: string) => ({
      name: store.baseOf(labelId, 'name'),
      look: store.baseOf(labelId, 'look'),
    }),

    /** Adds a label at the end. */
    add: async (draft: LabelDraft): Result => {
      const name = toName(draft.name);
      if (name === '') return undefined;
      const labels = await firstValueFrom(store.live<Label>({ kind: 'label' }));
      const before = [...labels].sort(compareOrder).at(-1)?.orderKey ?? null;
      const { orderKeyBetween } = await import('#shared/order-key');
      const orderKey = orderKeyBetween({ before, after: null, deviceId: store.deviceId() });
      const create = { name, color: draft.color, orderKey, createdAt: store.now() };
      const changes = [{ kind: 'label', id: store.newId(), create }];
      return store.commit({
        label: 'label.add',
        changes,
        besideId: draft.workspaceId ?? store.workspaceId,
      });
    },

    /** Sets name and colour, each only if it is another one than the edit began from. */
    edit: async (edit: {
      label: Label;
      draft: LabelDraft;
      base: { name: string | null; look: string | null };
    }): Result => {
      const { label, draft, base } = edit;
      const { id } = label;
      const name = toName(draft.name);
      const changes: Change[] = [];
      if (name !== '' && name !== label.name) {
        changes.push({ kind: 'label', id, group: 'name', value: { name }, base: base.name });
      }
      if (draft.color !== label.color) {
        const value = { color: draft.color };
        changes.push({ kind: 'label', id, group: 'look', value, base: base.look });
      }
      return commitParts(store, { label: 'label.edit', changes });
    },
    ...createPlaceCommands(store),
  };
}

/** Commands on where labels stand, and whether they are in use. */
function createPlaceCommands(store: AppStore) {
  const change = (labelId: string, group: string, value: Record<string, unknown>): Change => {
    const base = store.baseOf(labelId, group);
    return { kind: 'label', id: labelId, group, value, base };
  };
  return {
    /** Moves a label to a place among those in use, given in their order; 0 is the first. */
    move: async (of: { labels: readonly Label[]; labelId: string; index: number }): Result => {
      const { labels: siblings, labelId: taskId, index } = of;
      const { moveInto } = await import('#shared/move-into');
      const rows = moveInto({ siblings, taskId, index, deviceId: store.deviceId() });
      const changes = rows.map(({ id, orderKey }) => change(id, 'place', { orderKey }));
      return commitParts(store, { label: 'label.move', changes });
    },

    /** Gives every task of one label the other one instead, trashed tasks too, and puts the first into the trash. */
    merge: async ({ fromId, intoId }: { fromId: string; intoId: string }): Result => {
      const tasks = await firstValueFrom(store.live<Task>({ kind: 'task' }));
      const flag = (taskId: string, labelId: string, present: boolean): Change => {
        const group = `label/${labelId}`;
        const base = store.baseOf(taskId, group);
        return { kind: 'task', id: taskId, group, value: { present }, base };
      };
      const moved = tasks
        .filter(({ labels }) => fromId in labels)
        .flatMap(({ id }) => [flag(id, intoId, true), flag(id, fromId, false)]);
      const changes = [...moved, change(fromId, 'trash', { trashedAt: store.now() })];
      return commitParts(store, { label: 'label.merge', changes });
    },

    /** Moves a label to the trash; tasks keep it and do not show it, so that it comes back with them (R8). */
    trash: (labelId: string): Result => {
      const changes = [change(labelId, 'trash', { trashedAt: store.now() })];
      return commitParts(store, { label: 'label.trash', changes });
    },

    restore: (labelId: string): Result => {
      const changes = [change(labelId, 'trash', { trashedAt: null })];
      return commitParts(store, { label: 'label.restore', changes });
    },
  };
}

function toName(text: string): string {
  const line = text.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
  return line.slice(0, limits.nameMaxLength).toWellFormed();
}
