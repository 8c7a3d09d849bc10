import { Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { QuickAddToken, TextRange } from '#shared/quick-add-token';
import { quickAddFields } from '#shared/quick-add-fields';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useTiming } from '#client/ui/timing.ts';
import type { NewTask } from './add-tasks.ts';
import { newTaskOf } from './new-task-of.ts';
import {
  createPasteReader,
  pasteAsOne,
  pastedLinesOf,
  pasteTasks,
  readPasteRow,
} from './paste-tasks.ts';
import type { AddPlace } from './add-place.ts';
import { useQuickAddContext } from './use-quick-add-context.ts';

const PasteList = lazy(async () => ({ default: (await import('./paste-list.tsx')).PasteList }));

/** Pasted lines before they become tasks: what each would be, which are wanted, or all as one task with notes. */
export function PastePreview({
  pasted,
  before,
  place,
  onAdd,
  onClose,
}: {
  pasted: string;
  /** What stood in the line already. */
  before: string;
  place: AddPlace;
  onAdd: (tasks: readonly NewTask[]) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const captureWords = useCaptureWords();
  const words = captureWords.paste;
  const announce = useAnnounce();
  const { contextOf, sources } = useQuickAddContext(none);
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set());
  const [asText, setAsText] = useState<ReadonlyMap<number, readonly TextRange[]>>(new Map());
  const [isAdding, setIsAdding] = useState(false);
  const timing = useTiming();
  const lines = useMemo(() => pastedLinesOf({ before, pasted }), [before, pasted]);
  const context = useMemo(() => contextOf(), [contextOf]);
  const reader = useMemo(
    () => createPasteReader(lines, { context, asText }),
    [lines, context, asText],
  );
  const one = useMemo(() => pasteAsOne({ before, pasted }), [before, pasted]);
  const included = lines.length - excluded.size;

  const toggle = (index: number) => {
    const next = new Set(excluded);
    if (!next.delete(index)) next.add(index);
    setExcluded(next);
  };
  const makeText = (index: number, token: QuickAddToken) => {
    const { start, end } = token;
    setAsText(new Map(asText).set(index, [...(asText.get(index) ?? []), { start, end }]));
    announce(captureWords.isText({ words: lines[index]?.text.slice(start, end) ?? '' }));
  };
  const add = async () => {
    if (included === 0 || isAdding) return;
    setIsAdding(true);
    const pause = () => new Promise<void>((resolve) => timing.after(0, resolve));
    const rows = await reader.readAll(pause);
    onAdd(pasteTasks(rows, { excluded, context, place }));
  };
  const addAsOne = () => {
    if (one === undefined) return;
    const row = readPasteRow({ text: one.line, depth: 0, isDone: false }, context);
    const fields = quickAddFields(row.tokens, { ...context, defaultDate: place.dueDate });
    onAdd([{ ...newTaskOf({ title: row.title, fields, place }), notes: one.notes }]);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title({ count: lines.length })}
      description={words.text}
      closeLabel={common.close}
      isWide
    >
      <div data-testid="paste-preview" className="flex flex-col gap-3 pt-2">
        <div className="flex items-center gap-1 text-[0.8125rem] text-muted">
          <span className="tabular grow" role="status">
            {words.counted({ included, count: lines.length })}
          </span>
          <Button size="small" look="quiet" onClick={() => setExcluded(new Set())}>
            {words.all}
          </Button>
          <Button size="small" look="quiet" onClick={() => setExcluded(new Set(lines.keys()))}>
            {words.none}
          </Button>
        </div>
        <Suspense fallback={<div className="grow" />}>
          <PasteList
            count={lines.length}
            rowAt={reader.rowAt}
            excluded={excluded}
            context={context}
            sources={sources}
            onToggle={toggle}
            onMakeText={makeText}
            onEnter={() => void add()}
          />
        </Suspense>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <Button
            data-testid="paste-as-one"
            disabled={one === undefined}
            title={one === undefined ? words.tooLong : undefined}
            onClick={addAsOne}
          >
            {words.asOne}
          </Button>
          <Button
            look="primary"
            data-testid="paste-add"
            disabled={included === 0 || isAdding}
            onClick={() => void add()}
          >
            {words.add({ count: included })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const none = [] as const;
