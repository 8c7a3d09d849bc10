import { useMemo } from 'react';
import { Diamond } from 'lucide-react';
import type { Conflict } from '#shared/conflict';
import { useConflictsPageWords } from '#client/i18n/compiled/use-conflicts-page-words.ts';
import { useCountText } from '#client/i18n/use-count-text.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useConflictsWords } from '#client/i18n/compiled/use-conflicts-words.ts';
import { useRhythmWords } from '#client/i18n/compiled/use-rhythm-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { MergeDrawing } from '#client/ui/merge-drawing.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { type ConflictCommands, createConflictCommands } from './conflict-commands.ts';
import { useConflictDocument, useConflicts } from './conflict-queries.ts';
import { describeConflict } from './describe-conflict.ts';
import { useCopyMine } from './use-copy-mine.ts';

/** Every value of this person that lost against another, each with a way to bring it back. */
export function ConflictsPage() {
  const words = useConflictsPageWords();
  const store = useStore();
  const commands = useMemo(() => createConflictCommands(store), [store]);
  const conflicts = useConflicts();
  const countText = useCountText();
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.title} detail={countText(conflicts.length)} />
      <div className="min-h-0 grow overflow-y-auto pb-24">
        <div className="mx-auto max-w-[760px] px-4 sm:px-[42px]">
          {conflicts.length === 0 ? (
            <EmptyState
              drawing={<MergeDrawing />}
              title={words.emptyTitle}
              text={words.emptyText}
            />
          ) : null}
          <ul className="flex flex-col gap-3">
            {conflicts.map((conflict) => (
              <ConflictCard key={conflict.id} conflict={conflict} commands={commands} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function ConflictCard({ conflict, commands }: { conflict: Conflict; commands: ConflictCommands }) {
  const words = useConflictsWords();
  const rhythmWords = useRhythmWords();
  const formats = useFormats();
  const page = useConflictsPageWords();
  const document = useConflictDocument(conflict);
  const described = describeConflict(conflict, { document, words, rhythmWords, formats });
  const isTrashed = conflict.reason === 'trashed';
  return (
    <li data-testid="conflict-card" className="rounded-card border border-line bg-surface p-4">
      <div className="flex items-center gap-2">
        <Diamond className="size-4 shrink-0 text-conflict" aria-hidden="true" />
        <h2 dir="auto" className="min-w-0 truncate font-medium">
          {described.title}
        </h2>
        <span className="shrink-0 text-muted">· {described.field}</span>
      </div>
      {document === undefined ? <p className="pt-2 text-muted">{page.goneText}</p> : null}
      {document !== undefined && isTrashed ? (
        <p className="pt-2 text-muted">{words.trashed(described)}</p>
      ) : (
        <dl className="grid gap-3 pt-3 sm:grid-cols-2">
          <Value label={page.yours} text={described.mine} isWhole={document === undefined} />
          {document === undefined ? null : <Value label={page.kept} text={described.kept} />}
        </dl>
      )}
      <div className="flex flex-wrap gap-2 pt-4">
        {document === undefined ? (
          <CopyMine text={described.mine} />
        ) : (
          <Button
            size="small"
            look="primary"
            data-testid="conflict-use-mine"
            onClick={() => void commands.takeMine(conflict)}
          >
            {isTrashed ? words.restore : words.useMine}
          </Button>
        )}
        <Button
          size="small"
          data-testid="conflict-keep"
          onClick={() => void commands.keepTheirs(conflict)}
        >
          {document === undefined ? page.putAway : page.keepTheirs}
        </Button>
      </div>
    </li>
  );
}

/** Nothing is left to bring it back to: the way on is to take the text along. */
function CopyMine({ text }: { text: string }) {
  const words = useConflictsWords();
  const copyMine = useCopyMine();
  return (
    <Button
      size="small"
      look="primary"
      data-testid="conflict-copy-mine"
      onClick={() => void copyMine(text)}
    >
      {words.copyMine}
    </Button>
  );
}

/** `isWhole`: all of it can be read and selected, not only its beginning. */
function Value({ label, text, isWhole }: { label: string; text: string; isWhole?: boolean }) {
  const height = isWhole === true ? 'max-h-96 overflow-y-auto select-text' : 'line-clamp-6';
  return (
    <div className="min-w-0 rounded-control bg-raised px-3 py-2">
      <dt className="text-xs text-muted">{label}</dt>
      <dd dir="auto" className={classNames(height, 'break-words whitespace-pre-wrap')}>
        {text}
      </dd>
    </div>
  );
}
