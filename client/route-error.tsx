import { useState } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { MergeDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

/** Shown in place of a view that broke. The report holds no text of tasks, so that it can be sent to anybody. */
export function RouteError({
  error,
  onReload,
  onExport,
}: {
  error: Error;
  onReload: () => void;
  onExport: () => void;
}) {
  const { errors: words } = useMessages();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    const report = [
      `TaskFlow ${__APP_VERSION__}`,
      location.pathname,
      navigator.userAgent,
      error.stack,
    ];
    await navigator.clipboard.writeText(report.join('\n'));
    setIsCopied(true);
  };
  return (
    <main data-testid="route-error" className="grow">
      <EmptyState
        drawing={<MergeDrawing />}
        title={words.title}
        text={isCopied ? words.copied : words.text}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" onClick={onReload}>
              {words.reload}
            </Button>
            <Button onClick={() => void copy()}>{words.copyReport}</Button>
            <Button onClick={onExport}>{words.export}</Button>
          </div>
        }
      />
    </main>
  );
}
