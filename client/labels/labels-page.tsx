import { Plus } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLanguage } from '#client/i18n/language.ts';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import type { Label } from '#shared/label';
import { createLabelCommands } from './label-commands.ts';
import { LabelRows } from './label-rows.tsx';
import { type LabelGroup, useLabelGroups } from './use-label-groups.ts';

const LabelEditor = lazy(async () => ({
  default: (await import('./label-dialogs.tsx')).LabelEditor,
}));
const TrashedLabels = lazy(async () => ({
  default: (await import('./trashed-labels.tsx')).TrashedLabels,
}));
const MergeDialog = lazy(async () => ({
  default: (await import('./label-dialogs.tsx')).MergeDialog,
}));

type Open = { group: LabelGroup } & (
  | { name: 'add' }
  | { name: 'edit'; label: Label; base: { name: string | null; look: string | null } }
  | { name: 'merge'; label: Label }
);

/** All labels: made, renamed, coloured, ordered, merged, moved to the trash and brought back here, each in its workspace. */
export function LabelsPage() {
  const words = useLabelsWords();
  const store = useStore();
  const announce = useAnnounce();
  const groups = useLabelGroups();
  const commands = useMemo(() => createLabelCommands(store), [store]);
  const tell = useTell();
  const [open, setOpen] = useState<Open>();
  const [home] = groups;
  const move = async ({ labels }: LabelGroup, label: Label, index: number) => {
    const batch = await commands.move({ labels, labelId: label.id, index });
    if (batch === undefined) return;
    announce(words.moved({ name: label.name, position: index + 1, count: labels.length }));
  };
  return (
    <div className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.heading}>
        <Button
          size="small"
          data-testid="add-label"
          onClick={() => home && setOpen({ name: 'add', group: home })}
        >
          <Plus />
          {words.add}
        </Button>
      </ViewHeader>
      <div className="min-h-0 grow overflow-y-auto pb-24">
        <div className="mx-auto max-w-[760px] px-1.5 sm:px-4">
          {groups.every(({ labels }) => labels.length === 0) ? (
            <EmptyState drawing={<TrayDrawing />} title={words.emptyTitle} text={words.emptyText} />
          ) : null}
          {groups.map((group) => (
            <LabelRows
              key={group.id}
              group={group}
              onAdd={() => setOpen({ name: 'add', group })}
              onEdit={(label) =>
                setOpen({ name: 'edit', group, label, base: commands.beginEdit(label.id) })
              }
              onMerge={(label) => setOpen({ name: 'merge', group, label })}
              onMove={(label, to) => void move(group, label, to)}
              onTrash={(label) => void tell(commands.trash(label.id))}
            />
          ))}
          <Suspense>
            <TrashedLabels onRestore={(labelId) => void tell(commands.restore(labelId))} />
          </Suspense>
        </div>
      </div>
      {open === undefined ? null : (
        <Suspense>
          <OpenDialog
            open={open}
            commands={commands}
            tell={tell}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

function OpenDialog(of: {
  open: Open;
  commands: ReturnType<typeof createLabelCommands>;
  tell: ReturnType<typeof useTell>;
  onClose: () => void;
}) {
  const { open, commands, tell, onClose } = of;
  const words = useLabelsWords();
  const { id: workspaceId, heading, labels } = open.group;
  if (open.name === 'merge') {
    const { label } = open;
    const pick = (into: Label) =>
      void tell(
        commands.merge({ fromId: label.id, intoId: into.id }),
        words.merged({ from: label.name, into: into.name }),
      );
    return <MergeDialog label={label} labels={labels} onPick={pick} onClose={onClose} />;
  }
  if (open.name === 'edit') {
    return (
      <LabelEditor
        label={open.label}
        labels={labels}
        title={words.edit}
        onSave={(draft) => void tell(commands.edit({ ...open, draft }))}
        onClose={onClose}
      />
    );
  }
  return (
    <LabelEditor
      labels={labels}
      title={heading === undefined ? words.add : words.addIn({ name: heading })}
      onSave={(draft) => void tell(commands.add({ ...draft, workspaceId }))}
      onClose={onClose}
    />
  );
}

/** Says what was done, with Undo. */
function useTell() {
  const language = useLanguage();
  const store = useStore();
  const toasts = useToasts();
  return async (running: Promise<StoredBatch | undefined>, text?: string) => {
    const batch = await running;
    if (batch === undefined) return;
    const { actionWord } = await import('#client/i18n/action-word.ts');
    const said = text ?? (await actionWord(language, batch.label));
    const run = () => void store.undo();
    const action = { label: language.messages.common.undo, testId: 'toast-undo', run };
    toasts.show({ id: 'undo', text: said, action });
  };
}
