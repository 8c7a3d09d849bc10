import { CornerDownLeft, Plus } from 'lucide-react';
import { type ClipboardEvent, lazy, Suspense, useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { Button } from '#client/ui/button.tsx';
import { textDirection } from '#client/ui/text-direction.ts';

const AddTaskTools = lazy(async () => ({
  default: (await import('./add-task-tools.tsx')).AddTaskTools,
}));

const Kbd = lazy(async () => ({ default: (await import('#client/ui/kbd.tsx')).Kbd }));

/** What a person typed for a new task, or for several pasted at once. */
export interface NewTasks {
  titles: readonly string[];
  priority: Task['priority'];
  schedule: Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;
}

const noSchedule = { dueDate: null, dueTime: null, timeZone: null, recurrence: null };

/**
 * The line in which tasks are written down; it stays open for the next one until Escape. Pasted lines become one
 * task each, or one task together, as the person says.
 */
export function AddTask({
  isOpen,
  placeholder,
  dueDate = null,
  onOpenChange,
  onAdd,
}: {
  isOpen: boolean;
  placeholder?: string;
  /** The day of the new tasks, unless the person picks another one. */
  dueDate?: string | null;
  onOpenChange: (isOpen: boolean) => void;
  onAdd: (tasks: NewTasks) => void;
}) {
  const { tasks: words } = useMessages();
  if (!isOpen) {
    return (
      <button
        type="button"
        data-testid="create-task-button"
        onClick={() => onOpenChange(true)}
        className="press group flex h-11 w-full items-center gap-2.5 rounded-control pe-3 ps-[23px] text-muted hover:bg-raised/70 hover:text-text max-lg:hidden"
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
  return (
    <AddTaskForm
      placeholder={placeholder}
      dueDate={dueDate}
      onAdd={onAdd}
      onClose={() => onOpenChange(false)}
    />
  );
}

function AddTaskForm({
  placeholder,
  dueDate,
  onAdd,
  onClose,
}: {
  placeholder?: string | undefined;
  dueDate: string | null;
  onAdd: (tasks: NewTasks) => void;
  onClose: () => void;
}) {
  const { tasks: words, common } = useMessages();
  const [title, setTitle] = useState('');
  const [lines, setLines] = useState<readonly string[]>([]);
  const [priority, setPriority] = useState<Task['priority']>('none');
  const [picked, setPicked] = useState<NewTasks['schedule']>();
  const schedule = picked ?? { ...noSchedule, dueDate };
  const titles = lines.length > 0 ? lines : [title];
  const isEmpty = titles.every((text) => text.trim() === '');
  const submit = () => {
    if (isEmpty) return onClose();
    onAdd({ titles, priority, schedule });
    setTitle('');
    setLines([]);
    setPriority('none');
    setPicked(undefined);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = toLines(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    setLines(title.trim() === '' ? pasted : [title, ...pasted]);
  };
  return (
    <form
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        // The button that was pressed has nothing more to do; the next task is typed right away.
        event.currentTarget.querySelector('input')?.focus();
        submit();
      }}
      className="my-1 flex flex-col gap-1 rounded-card border border-line bg-surface p-1.5 shadow-[0_1px_3px_oklch(0_0_0/0.06)] focus-within:border-accent"
    >
      {lines.length > 0 ? (
        <PastedLines
          lines={lines}
          onJoin={() => {
            setTitle(lines.join(' ').slice(0, limits.titleMaxLength));
            setLines([]);
          }}
        />
      ) : (
        <input
          // Pressed on another day, the line takes the focus anew.
          key={dueDate}
          ref={focusOnce}
          data-testid="task-title-input"
          aria-label={words.title}
          dir={textDirection(title)}
          placeholder={placeholder ?? words.addPlaceholder}
          value={title}
          maxLength={limits.titleMaxLength}
          enterKeyHint="done"
          autoComplete="off"
          onChange={({ target }) => setTitle(target.value)}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
          }}
          className="h-9 w-full min-w-0 bg-transparent px-2 text-base outline-none sm:text-sm"
        />
      )}
      <div className="flex flex-wrap items-center gap-1">
        <Suspense fallback={<span className="h-8 pointer-coarse:h-11" />}>
          <AddTaskTools
            priority={priority}
            schedule={schedule}
            onPriority={setPriority}
            onSchedule={setPicked}
          />
        </Suspense>
        <span className="grow" />
        <Button size="small" look="quiet" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button
          type="submit"
          size="small"
          look="primary"
          data-testid="create-task-submit"
          disabled={isEmpty}
        >
          {lines.length > 1 ? words.submitMany({ count: lines.length }) : words.submit}
          <CornerDownLeft className="max-sm:hidden" />
        </Button>
      </div>
    </form>
  );
}

function PastedLines({ lines, onJoin }: { lines: readonly string[]; onJoin: () => void }) {
  const { tasks: words } = useMessages();
  return (
    <div className="px-2 pt-1">
      <p className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
        {words.pastedLines({ count: lines.length })}
        <Button size="small" look="quiet" onClick={onJoin}>
          {words.asOne}
        </Button>
      </p>
      <ul className="max-h-40 overflow-y-auto pb-1">
        {lines.map((line, index) => (
          <li key={`${index} ${line}`} className="truncate py-0.5">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines of a pasted text without bullets and check boxes; at most as many as one batch can hold. */
function toLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+)?(?:\[[ xX]\]\s+)?/, '').trimEnd())
    .filter((line) => line !== '')
    .slice(0, limits.batchMaxChanges);
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
