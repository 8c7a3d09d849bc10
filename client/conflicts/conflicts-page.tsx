import { useMemo } from 'react';
import { Diamond } from 'lucide-react';
import type { Conflict } from '#shared/conflict';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { MergeDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { type ConflictCommands, createConflictCommands } from './conflict-commands.ts';
import { useConflicts } from './conflict-queries.ts';
import { describeConflict } from './describe-conflict.ts';

/** Every value of this person that lost against another, each with a way to bring it back. */
export function ConflictsPage() {
  const { conflicts: words } = useMessages();
  const store = useStore();
  const commands = useMemo(() => createConflictCommands(store), [store]);
  const conflicts = useConflicts();
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader
        title={words.title}
        detail={conflicts.length === 0 ? undefined : String(conflicts.length)}
      />
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
  const messages = useMessages();
  const { conflicts: words } = messages;
  const store = useStore();
  const document = store.current(conflict.documentId);
  const { title, field, mine, kept } = describeConflict(conflict, { document, messages });
  const isTrashed = conflict.reason === 'trashed';
  return (
    <li data-testid="conflict-card" className="rounded-card border border-line bg-surface p-4">
      <div className="flex items-center gap-2">
        <Diamond className="size-4 shrink-0 text-conflict" aria-hidden="true" />
        <h2 className="min-w-0 truncate font-medium">{title}</h2>
        <span className="shrink-0 text-muted">· {field}</span>
      </div>
      {isTrashed ? (
        <p className="pt-2 text-muted">{words.trashed({ title })}</p>
      ) : (
        <dl className="grid gap-3 pt-3 sm:grid-cols-2">
          <Value label={words.yours} text={mine} />
          <Value label={words.kept} text={kept} />
        </dl>
      )}
      <div className="flex flex-wrap gap-2 pt-4">
        <Button
          size="small"
          look="primary"
          data-testid="conflict-use-mine"
          disabled={document === undefined}
          onClick={() => void commands.takeMine(conflict)}
        >
          {isTrashed ? words.restore : words.useMine}
        </Button>
        <Button
          size="small"
          data-testid="conflict-keep"
          onClick={() => void commands.keepTheirs(conflict)}
        >
          {words.keepTheirs}
        </Button>
      </div>
    </li>
  );
}

function Value({ label, text }: { label: string; text: string }) {
  return (
    <div className="min-w-0 rounded-control bg-raised px-3 py-2">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="line-clamp-6 break-words whitespace-pre-wrap">{text}</dd>
    </div>
  );
}
