import { useState } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { isLoadFailure, reportOf } from '#client/report-of.ts';
import { Button } from '#client/ui/button.tsx';
import { MergeDrawing } from '#client/ui/merge-drawing.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import type { Broken } from '#client/ui/guard.tsx';

/**
 * Shown in place of a part that broke. The report holds no text of tasks, so that it can be sent to anybody. A part whose
 * file could not be loaded needs the whole page loaded again: the browser does not ask for that file a second time.
 */
export function BrokenPart({
  error,
  place,
  retry,
  onClose,
  onExport,
}: Broken & {
  /** Rejects when no file could be made. */
  onExport: () => Promise<void>;
}) {
  const { errors: words, common } = useMessages();
  const [done, setDone] = useState<'copied' | 'notCopied' | 'notExported'>();
  const isUnloaded = isLoadFailure(error);
  const copy = () =>
    navigator.clipboard.writeText(reportOf(error)).then(
      () => setDone('copied'),
      () => setDone('notCopied'),
    );
  const save = () =>
    onExport().then(
      () => setDone(undefined),
      () => setDone('notExported'),
    );
  const text = isUnloaded ? words.unloadedText : words.text;
  const action = (
    <div className="flex flex-wrap justify-center gap-2">
      <Button look="primary" onClick={isUnloaded ? () => location.reload() : retry}>
        {isUnloaded ? words.reloadPage : words.reload}
      </Button>
      <Button onClick={() => void copy()}>{words.copyReport}</Button>
      <Button onClick={() => void save()}>{words.export}</Button>
      {onClose === undefined ? null : (
        <Button look="quiet" onClick={onClose}>
          {common.close}
        </Button>
      )}
    </div>
  );
  return (
    <div
      role="alert"
      data-testid={place === 'view' ? 'route-error' : 'part-error'}
      className={places[place]}
    >
      <EmptyState
        drawing={place === 'view' ? <MergeDrawing /> : undefined}
        title={isUnloaded ? words.unloadedTitle : words.partTitle[place]}
        titleTag={place === 'view' ? 'h1' : 'p'}
        text={done === undefined ? text : words[done]}
        action={action}
      />
    </div>
  );
}

const places: Record<Broken['place'], string> = {
  view: 'min-w-0 grow overflow-y-auto',
  sidebar: 'min-h-0 grow overflow-y-auto',
  over: 'fixed end-4 bottom-4 z-50 max-h-[80vh] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-card bg-surface shadow-float',
};
