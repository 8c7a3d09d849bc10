import type { AddPlace } from './add-place.ts';
import { CornerDownLeft } from 'lucide-react';
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Task } from '#shared/task';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { useToday } from '#client/ui/timing.ts';
import { addTasks, type NewProject, type NewTask } from './add-tasks.ts';
import { addedWords } from './added-words.ts';
import type { QuickAddDraft } from './quick-add-draft.ts';
import type { TaskSchedule } from './edit-commands.ts';
import { newTaskOf } from './new-task-of.ts';
import { QuickAddChips, useChipWords } from './quick-add-chips.tsx';
import { QuickAddField } from './quick-add-field.tsx';
import { useQuickAdd } from './use-quick-add.ts';

const AddTaskTools = lazy(async () => ({
  default: (await import('./add-task-tools.tsx')).AddTaskTools,
}));

const PastePreview = lazy(async () => ({
  default: (await import('./paste-preview.tsx')).PastePreview,
}));

/** What was added: the new tasks in their order, and what to say of one that is not where the line stands. */
export interface Added {
  ids: readonly string[];
  elsewhere: string | undefined;
}

/**
 * The line in which tasks are written down, read as it is typed. It stays open for the next one until Escape;
 * `onAdded` is told whether another one is to follow. Pasted lines are shown before they become tasks.
 */
// oxlint-disable-next-line max-lines-per-function -- one form: its state is small and all of it is used in its markup
export function QuickAddForm({
  place,
  placeholder,
  initialText = '',
  incoming,
  hint,
  onAdded,
  onClose,
}: {
  place: AddPlace;
  placeholder?: string | undefined;
  initialText?: string;
  /** What another app sent: it stands in the line instead of the draft; several lines are shown as pasted ones. */
  incoming?: QuickAddDraft | undefined;
  /** A line under the tools, such as which keys there are. */
  hint?: ReactNode;
  onAdded: (added: Added, more: { isAnother: boolean }) => void;
  onClose: () => void;
}) {
  const { tasks: words, common } = useMessages();
  const messages = useMessages();
  const formats = useFormats();
  const captureWords = useCaptureWords();
  const store = useStore();
  const today = useToday();
  const input = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const sent = incoming?.text ?? '';
  const line = useQuickAdd({ place, initialText, incoming });
  const [pasted, setPasted] = useState(isManyLines(sent) ? sent : undefined);
  const [pickedPriority, setPickedPriority] = useState<Task['priority']>();
  const [pickedSchedule, setPickedSchedule] = useState<TaskSchedule>();
  useFocus(input, place.dueDate);
  const { fields } = line;
  const schedule = fields.schedule ?? {
    ...noSchedule,
    dueDate: place.dueDate,
    ...pickedSchedule,
  };
  const priority = fields.priority ?? pickedPriority ?? place.more.priority ?? 'none';
  const isEmpty = line.title === '';

  const add = async (
    tasks: readonly NewTask[],
    newProjects: readonly NewProject[],
    isAnother: boolean,
  ) => {
    const kept = line.clear();
    setPickedPriority(undefined);
    setPickedSchedule(undefined);
    const ids = await addTasks(store, { tasks, newProjects });
    kept.onAdded();
    const projects = line.sources.projects;
    const wording = { words: captureWords, messages, formats };
    const elsewhere = addedWords({ tasks, place, projects, today, ...wording });
    onAdded({ ids, elsewhere }, { isAnother });
  };
  const submit = (isAnother: boolean) => {
    if (isEmpty) {
      if (line.text.trim() === '') onClose();
      return;
    }
    const task = newTaskOf({ title: line.title, fields: { ...fields, schedule, priority }, place });
    void add([task], line.newProjects, isAnother);
  };
  const escape = () => {
    const caret = input.current?.selectionStart ?? 0;
    const touched = line.tokens.find(({ start, end }) => start < caret && caret <= end);
    if (touched === undefined) onClose();
    else line.makeText(touched);
  };
  return (
    <form
      ref={form}
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        // The button that was pressed has nothing more to do; the next task is typed right away.
        input.current?.focus();
        submit(false);
      }}
      className="flex flex-col gap-1"
    >
      <QuickAddField
        line={line}
        input={input}
        placeholder={placeholder ?? words.addPlaceholder}
        keys={{
          onSubmit: ({ isShifted }) => submit(isShifted),
          onEscape: escape,
          onDown: () =>
            form.current?.querySelector<HTMLElement>('[data-testid="quick-add-chip"]')?.focus(),
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!isManyLines(text)) return;
          event.preventDefault();
          setPasted(text);
        }}
      />
      <QuickAddChips line={line} input={input} />
      <Recognised line={line} />
      <div className="flex flex-wrap items-center gap-1">
        <Suspense fallback={<span className="h-8 pointer-coarse:h-11" />}>
          <AddTaskTools
            priority={priority}
            schedule={schedule}
            isSaid={{
              schedule: fields.schedule !== undefined,
              priority: fields.priority !== undefined,
            }}
            onPriority={(value) => {
              line.removeKinds(['priority']);
              setPickedPriority(value);
            }}
            onSchedule={(value) => {
              line.removeKinds(['due', 'time', 'repeat', 'start']);
              setPickedSchedule(value);
            }}
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
          {words.submit}
          <CornerDownLeft className="max-sm:hidden" />
        </Button>
      </div>
      {hint}
      {pasted === undefined ? null : (
        <Suspense>
          <PastePreview
            pasted={pasted}
            before={line.text}
            place={place}
            onAdd={(tasks) => {
              setPasted(undefined);
              void add(tasks, line.newProjects, true);
            }}
            onClose={incoming === undefined ? () => setPasted(undefined) : onClose}
          />
        </Suspense>
      )}
    </form>
  );
}

const noSchedule = {
  startDate: null,
  dueDate: null,
  dueTime: null,
  timeZone: null,
  recurrence: null,
};

/** Focuses the line when it opens, and anew when it is opened for another day; the caret is behind what is there. */
function useFocus(input: RefObject<HTMLInputElement | null>, dueDate: string | null): void {
  const focusedFor = useRef<string | null>(undefined);
  useEffect(() => {
    const field = input.current;
    if (field === null || focusedFor.current === dueDate) return;
    focusedFor.current = dueDate;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [input, dueDate]);
}

/** A word of the line and its end of line are not two lines. */
function isManyLines(text: string): boolean {
  return /\S\s*[\r\n]\s*\S/.test(text);
}

/** Says to screen readers what is recognised, once the typing pauses. */
function Recognised({ line }: { line: ReturnType<typeof useQuickAdd> }) {
  const words = useCaptureWords();
  const describe = useChipWords(line);
  const chips = line.tokens
    .map((token) => words.chip({ kind: words.kinds[token.kind], words: describe(token) }))
    .reduce((said, chip) => (said === '' ? chip : words.andChip({ chips: said, chip })), '');
  return (
    <p role="status" className="sr-only">
      {useDeferredValue(chips === '' ? '' : words.recognised({ chips }))}
    </p>
  );
}
