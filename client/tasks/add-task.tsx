import { Plus } from 'lucide-react';
import { type ComponentProps, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { textDirection } from '#client/ui/text-direction.ts';
import type { AddPlace } from './add-place.ts';
import type { Added } from './quick-add-form.tsx';

const QuickAddForm = lazy(async () => ({
  default: (await import('./quick-add-form.tsx')).QuickAddForm,
}));

const Kbd = lazy(async () => ({ default: (await import('#client/ui/kbd.tsx')).Kbd }));

/** The line of a list in which tasks are written down; a button until it is opened. */
export function AddTask({
  isOpen,
  place,
  placeholder,
  onOpenChange,
  onAdded,
}: {
  isOpen: boolean;
  place: AddPlace;
  /** What the empty line says, where that is more than in any other list. */
  placeholder?: string | undefined;
  onOpenChange: (isOpen: boolean) => void;
  onAdded: (added: Added) => void;
}) {
  const { tasks: words } = useMessages();
  if (isOpen) {
    return (
      <OpenAddLine
        place={place}
        placeholder={placeholder}
        onAdded={onAdded}
        onClose={() => onOpenChange(false)}
      />
    );
  }
  return (
    <button
      type="button"
      data-testid="create-task-button"
      onClick={() => onOpenChange(true)}
      className="press group flex h-11 w-full items-center gap-2.5 rounded-control ps-[23px] pe-3 text-muted hover:bg-raised/70 hover:text-text max-lg:hidden"
    >
      <Plus className="size-[18px] text-accent" />
      <span className="grow text-start">{words.add}</span>
      <span className="opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100">
        <Suspense>
          <Kbd keys={shortcuts.anywhere.add[0]} />
        </Suspense>
      </span>
    </button>
  );
}

/** The open line. What is typed before its form is there is not lost, and on a phone the keyboard is up. */
export function OpenAddLine(
  props: Omit<ComponentProps<typeof QuickAddForm>, 'initialText' | 'hint'>,
) {
  const { tasks: words } = useMessages();
  const [early, setEarly] = useState('');
  return (
    <div className="my-1 rounded-card border border-line bg-surface p-1.5 shadow-[0_1px_3px_oklch(0_0_0/0.06)] focus-within:border-accent">
      <Suspense
        fallback={
          <input
            ref={focusOnce}
            aria-label={words.title}
            value={early}
            dir={textDirection(early)}
            onChange={({ target }) => setEarly(target.value)}
            className="h-18 w-full bg-transparent px-2 pb-9 text-base outline-none sm:text-sm"
          />
        }
      >
        <QuickAddForm {...props} initialText={early} />
      </Suspense>
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
