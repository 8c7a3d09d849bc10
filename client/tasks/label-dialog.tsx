import { useMemo, useState } from 'react';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { useWorkspaceNames } from '#client/store/use-workspaces.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { BareDialog } from '#client/ui/dialog.tsx';
import { Picker, type PickerItem } from '#client/ui/picker.tsx';
import { paletteColor } from '#shared/fields';
import type { Label } from '#shared/label';
import { compareOrder } from '#shared/compare-order';
import { orderKeyBetween } from '#shared/order-key';
import type { Task } from '#shared/task';
import { addLabelToAll, setLabelOfAll } from './bulk-commands.ts';
import type { TaskDialogProps } from './task-tools.tsx';

/** Puts labels on tasks and takes them off, finds them by typing, and makes new ones; stays open until Escape. */
export function LabelDialog({ taskIds, labels, actions, onDone }: TaskDialogProps) {
  const words = useLabelsWords();
  const { select } = useOrganiseWords();
  const store = useStore();
  const tasks = useTasks(taskIds);
  // A label is of one workspace, and so are the tasks that carry it.
  const workspaceIds = new Set(tasks.map(({ workspaceId }) => workspaceId));
  const names = useWorkspaceNames(useWorkspacesWords().personal);
  const sorted = [...labels.values()]
    .filter(({ workspaceId }) => workspaceIds.has(workspaceId))
    .sort(compareOrder);
  const ownTasks = (label: Label | undefined) =>
    tasks.filter(({ workspaceId }) => workspaceId === label?.workspaceId);
  // Where the tasks are of several workspaces, the labels of each stand under its name.
  const items = [...workspaceIds].flatMap((id) =>
    sorted
      .filter(({ workspaceId }) => workspaceId === id)
      .map((label) => ({
        ...itemOf(label, { tasks: ownTasks(label), some: words.some }),
        heading: workspaceIds.size > 1 ? names.get(id) : undefined,
      })),
  );
  const announce = useAnnounce();
  const [changes, setChanges] = useState(0);
  // A message over the dialog would take its Escape, so it comes at the end, and only while Undo takes all of it back.
  const tell = (batch: unknown) => {
    if (batch === undefined) return;
    setChanges((count) => count + 1);
    announce(select.labelled({ count: taskIds.length }));
  };
  const close = () => {
    onDone();
    if (changes === 1) actions.notify(select.labelled({ count: taskIds.length }));
  };
  const toggle = async (labelId: string) => {
    const isOn = items.find(({ id }) => id === labelId)?.state !== 'on';
    const own = ownTasks(labels.get(labelId)).map(({ id }) => id);
    tell(await setLabelOfAll(store, { taskIds: own, labelId, isOn }));
  };
  const create = async (name: string) => {
    const before = sorted.at(-1)?.orderKey ?? null;
    const orderKey = orderKeyBetween({ before, after: null, deviceId: store.deviceId() });
    const color = nextColor(sorted.length);
    tell(await addLabelToAll(store, { taskIds, label: { name: toName(name), color, orderKey } }));
  };
  const title = words.pickFor({ count: taskIds.length });
  return (
    <BareDialog title={title} onClose={close} onClosed={() => undefined}>
      <Picker
        label={title}
        placeholder={words.placeholder}
        items={items}
        nothingText={sorted.length === 0 ? words.none : words.nothing}
        create={{ text: (name) => words.create({ name }), run: (name) => void create(name) }}
        onPick={(labelId) => void toggle(labelId)}
      />
    </BareDialog>
  );
}

function itemOf(
  label: Label,
  { tasks, some }: { tasks: readonly Task[]; some: string },
): PickerItem & { state: 'on' | 'some' | 'off' } {
  const { id, name, color } = label;
  const count = tasks.filter(({ labels }) => id in labels).length;
  const icon = <ColorDot color={color} />;
  if (count === 0) return { id, name, icon, state: 'off' };
  if (count === tasks.length) return { id, name, icon, state: 'on' };
  return { id, name, icon, detail: some, state: 'some' };
}

const none: readonly Task[] = [];

function useTasks(taskIds: readonly string[]): readonly Task[] {
  const store = useStore();
  const source = useMemo(
    () =>
      store.live<Task>({ kind: 'task', selector: { id: { $in: [...taskIds] } }, isEarly: true }),
    [store, taskIds],
  );
  return useLive(source, none);
}

/** New labels go through the palette, so that neighbours differ; grey is for those who choose it. */
function nextColor(count: number): string {
  const colors = paletteColor.options.filter((color) => color !== 'gray');
  return colors[count % colors.length] ?? 'gray';
}

function toName(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 120).toWellFormed();
}
