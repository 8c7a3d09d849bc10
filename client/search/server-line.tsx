import { Cloud, CloudAlert } from 'lucide-react';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { Button } from '#client/ui/button.tsx';
import type { ServerStatus } from './follow-server.ts';

/** How it stands with the server, in one quiet line; nothing is shown where there is nothing to say. */
export function ServerLine({ status, onRetry }: { status: ServerStatus; onRetry: () => void }) {
  const { server: words } = useFindWords();
  const isFailed = status.name === 'failed';
  const Icon = isFailed ? CloudAlert : Cloud;
  const text = textOf(status, words);
  return (
    <div className="mx-auto flex w-full max-w-[760px] items-center gap-2 px-4 text-xs text-muted sm:px-6">
      {/* There before its words are, or they would not be read out. */}
      <p
        role="status"
        data-testid="server-line"
        data-status={isFailed ? status.why : status.name}
        className={
          text === undefined
            ? undefined
            : 'flex min-h-9 grow items-center gap-2 ps-3 pointer-coarse:min-h-11'
        }
      >
        {text === undefined ? null : (
          <Icon className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />
        )}
        {text}
      </p>
      {isFailed ? (
        <Button look="quiet" size="small" data-testid="server-retry" onClick={onRetry}>
          {words.retry}
        </Button>
      ) : null}
    </div>
  );
}

function textOf(
  status: ServerStatus,
  words: ReturnType<typeof useFindWords>['server'],
): string | undefined {
  if (status.name === 'none' || status.name === 'whole') return undefined;
  return words[status.name === 'failed' ? status.why : status.name];
}
