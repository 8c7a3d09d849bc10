import type { ReactNode } from 'react';
import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import { Button } from '#client/ui/button.tsx';
import { unreachable } from '#shared/unreachable';
import { ImportPreview } from './import-preview.tsx';
import type { ImportSteps } from './use-import.ts';

/** What an import shows of where it stands; `choosing` while there is no file. */
export function ImportStep({
  state,
  start,
  undo,
  reset,
  choosing,
}: ImportSteps & { choosing: ReactNode }) {
  const words = useImportWords();
  switch (state.name) {
    case 'choose':
      return choosing;
    case 'reading':
      return <p aria-live="polite">{words.reading}</p>;
    case 'preview':
      return <ImportPreview preview={state.preview} onStart={start} onCancel={reset} />;
    case 'running':
      return <Progress {...state} label={words.progress(state)} />;
    case 'undoing':
      return <Progress {...state} label={words.undoing} />;
    case 'done':
    case 'stopped':
      return (
        <div aria-live="polite" data-testid="import-result" className="flex flex-col gap-3">
          <p className="text-lg font-semibold">
            {state.name === 'done'
              ? words.done({ count: state.effect.counts.newTasks })
              : words.stopped}
          </p>
          {state.name === 'done' ? <p className="text-muted">{words.doneText}</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button data-testid="import-undo" onClick={() => undo(state.effect)}>
              {words.undo}
            </Button>
            <Button look="quiet" onClick={reset}>
              {words.again}
            </Button>
          </div>
        </div>
      );
    case 'undone':
      return (
        <div
          aria-live="polite"
          data-testid="import-result"
          className="flex flex-col items-start gap-3"
        >
          <p>{words.undone}</p>
          <Button onClick={reset}>{words.again}</Button>
        </div>
      );
    default:
      return unreachable(state);
  }
}

function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p aria-live="polite">{label}</p>
      <progress aria-label={label} value={done} max={total} className="h-2 w-full accent-accent" />
    </div>
  );
}
