import { Plus } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Link } from 'wouter';
import { useLanguage } from '#client/i18n/language.ts';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import type { Label } from '#shared/label';
import { createLabelCommands } from './label-commands.ts';
import { LabelMenu } from './label-menu.tsx';
import { useSortedLabels } from './label-queries.ts';

const LabelEditor = lazy(async () => ({
  default: (await import('./label-dialogs.tsx')).LabelEditor,
}));
const TrashedLabels = lazy(async () => ({
  default: (await import('./trashed-labels.tsx')).TrashedLabels,
}));
const MergeDialog = lazy(async () => ({
  default: (await import('./label-dialogs.tsx')).MergeDialog,
}));

type Open =
  | { name: 'add' }
  | { name: 'edit'; label: Label; base: { name: string | null; look: string | null } }
  | { name: 'merge'; label: Label };

/** All labels: made, renamed, coloured, ordered, merged, moved to the trash and brought back here. */
export function LabelsPage() {
  const language = useLanguage();
  const words = useLabelsWords();
  const store = useStore();
  const toasts = useToasts();
  const announce = useAnnounce();
  const labels = useSortedLabels();
  const commands = useMemo(() => createLabelCommands(store), [store]);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const tell = async (running: Promise<StoredBatch | undefined>, text?: string) => {
    const batch = await running;
    if (batch === undefined) return;
    const { actionWord } = await import('#client/i18n/action-word.ts');
    const said = text ?? (await actionWord(language, batch.label));
    const run = () => void store.undo();
    const action = { label: language.messages.common.undo, testId: 'toast-undo', run };
    toasts.show({ id: 'undo', text: said, action });
  };
  const move = async (label: Label, index: number) => {
    const batch = await commands.move({ labels, labelId: label.id, index });
    if (batch === undefined) return;
    announce(words.moved({ name: label.name, position: index + 1, count: labels.length }));
  };
  return (
    <div className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.heading}>
        <Button size="small" data-testid="add-label" onClick={() => setOpen({ name: 'add' })}>
          <Plus />
          {words.add}
        </Button>
      </ViewHeader>
      <div className="min-h-0 grow overflow-y-auto pb-24">
        <div className="mx-auto max-w-[760px] px-1.5 sm:px-4">
          {labels.length === 0 ? (
            <EmptyState drawing={<TrayDrawing />} title={words.emptyTitle} text={words.emptyText} />
          ) : null}
          <ul>
            {labels.map((label, index) => (
              <li
                key={label.id}
                data-testid="label-row"
                className="flex h-12 items-center gap-3 rounded-control ps-2.5 sm:ps-[26px] pe-1 hover:bg-raised/70"
              >
                <ColorDot color={label.color} />
                <Link
                  href={`/label/${label.id}`}
                  className="flex h-full min-w-0 grow items-center rounded-control hover:underline"
                >
                  <span dir="auto" className="truncate">
                    {label.name}
                  </span>
                </Link>
                <LabelMenu
                  label={label}
                  position={{ index, count: labels.length }}
                  onEdit={() =>
                    setOpen({ name: 'edit', label, base: commands.beginEdit(label.id) })
                  }
                  onMerge={() => setOpen({ name: 'merge', label })}
                  onMove={(to) => void move(label, to)}
                  onTrash={() => void tell(commands.trash(label.id))}
                />
              </li>
            ))}
          </ul>
          <Suspense>
            <TrashedLabels onRestore={(labelId) => void tell(commands.restore(labelId))} />
          </Suspense>
        </div>
      </div>
      <Suspense>
        {open?.name === 'add' ? (
          <LabelEditor
            labels={labels}
            onSave={(draft) => void tell(commands.add(draft))}
            onClose={close}
          />
        ) : null}
        {open?.name === 'edit' ? (
          <LabelEditor
            label={open.label}
            labels={labels}
            onSave={(draft) => void tell(commands.edit({ ...open, draft }))}
            onClose={close}
          />
        ) : null}
        {open?.name === 'merge' ? (
          <MergeDialog
            label={open.label}
            labels={labels}
            onPick={(into) =>
              void tell(
                commands.merge({ fromId: open.label.id, intoId: into.id }),
                words.merged({ from: open.label.name, into: into.name }),
              )
            }
            onClose={close}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
