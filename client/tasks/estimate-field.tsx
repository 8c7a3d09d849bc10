import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { readEstimate } from '#shared/read-estimate';
import type { Task } from '#shared/task';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useEstimateWords } from '#client/i18n/compiled/use-estimate-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { Input } from '#client/ui/input.tsx';
import { Popover } from '#client/ui/popover.tsx';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { durationWords } from './duration-words.ts';
import { setEstimate } from './estimate-commands.ts';
import type { TaskActions } from './use-task-actions.ts';

const presets = [10, 15, 30, 45, 60, 120] as const;

/** How long a task is thought to take: usual lengths, or one that is typed as in quick add. */
export function EstimateField({
  task,
  label,
  actions,
}: {
  task: Task;
  /** What the field is called. */
  label: string;
  actions: TaskActions;
}) {
  const words = useEstimateWords();
  const { takes } = useCaptureWords();
  const store = useStore();
  const [isOpen, setIsOpen] = useState(false);
  const pick = (minutes: number | null) => {
    setIsOpen(false);
    void actions.quietly(setEstimate(store, { taskId: task.id, minutes }));
  };
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      label={label}
      trigger={
        <button
          type="button"
          data-testid="task-estimate-button"
          className="press flex min-h-8 w-full items-center gap-2 rounded-control px-2 text-start text-[0.8125rem] hover:bg-raised data-[state=open]:bg-raised pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-muted"
        >
          <Hourglass aria-hidden="true" />
          {task.estimateMinutes === null ? (
            <span className="text-muted">{words.add}</span>
          ) : (
            <span className="tabular">{durationWords(task.estimateMinutes, takes)}</span>
          )}
        </button>
      }
    >
      <div className="flex w-64 flex-col gap-3">
        <div className="grid grid-cols-3 gap-1.5">
          {presets.map((minutes) => (
            <Button key={minutes} size="small" className="px-1!" onClick={() => pick(minutes)}>
              {durationWords(minutes, takes)}
            </Button>
          ))}
        </div>
        <OtherLength onPick={pick} />
        {task.estimateMinutes === null ? null : (
          <Button size="small" look="quiet" onClick={() => pick(null)}>
            {words.none}
          </Button>
        )}
      </div>
    </Popover>
  );
}

function OtherLength({ onPick }: { onPick: (minutes: number) => void }) {
  const words = useEstimateWords();
  const { common } = useMessages();
  const [text, setText] = useState('');
  const isCoarse = useMediaQuery('(pointer: coarse)');
  const minutes = readEstimate(text.trim().toLowerCase().replaceAll(' ', ''));
  return (
    <form
      className="flex gap-1.5 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (minutes !== undefined) onPick(minutes);
      }}
    >
      <Input
        aria-label={words.other}
        placeholder="1h30"
        dir="ltr"
        autoComplete="off"
        data-testid="estimate-input"
        // A finger finds the usual lengths first, and no keyboard over them.
        data-first-focus={isCoarse ? undefined : ''}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="min-w-0 grow"
      />
      <Button type="submit" disabled={minutes === undefined}>
        {common.save}
      </Button>
    </form>
  );
}
