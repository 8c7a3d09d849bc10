import { Sprout, X } from 'lucide-react';
import { useExamplesWords } from '#client/i18n/compiled/use-examples-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { removeExamples } from './seed-examples.ts';

/** Says on the page of the examples what they are; takes them away, or only itself. */
export function ExamplesNote({
  projectId,
  onPreferences,
  onLeave,
}: {
  projectId: string;
  onPreferences: (part: { examples?: 'removed'; examplesId?: string }) => void;
  onLeave: () => void;
}) {
  const words = useExamplesWords();
  const { common } = useMessages();
  const store = useStore();
  const toasts = useToasts();
  const remove = async () => {
    await removeExamples(store, projectId);
    onPreferences({ examples: 'removed' });
    onLeave();
    const run = () => void store.undo();
    const action = { label: common.undo, testId: 'toast-undo', run };
    toasts.show({ id: 'undo', text: words.removed, action });
  };
  return (
    <div className="mx-auto w-full max-w-[760px] shrink-0 px-4 pb-2 sm:ps-[42px] sm:pe-5">
      <div
        data-testid="examples-note"
        className="flex items-center gap-2 rounded-control bg-raised py-2 ps-3 pe-1 sm:py-1 text-[0.8125rem] text-muted"
      >
        <Sprout className="size-4 shrink-0 text-accent" aria-hidden="true" />
        <p className="flex grow flex-wrap items-center justify-between gap-x-3 gap-y-1">
          {words.note}
          <Button size="small" data-testid="remove-examples" onClick={() => void remove()}>
            {words.remove}
          </Button>
        </p>
        <IconButton
          label={words.dismiss}
          data-testid="hide-examples-note"
          onClick={() => onPreferences({ examplesId: '' })}
        >
          <X />
        </IconButton>
      </div>
    </div>
  );
}
