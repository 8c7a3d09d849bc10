import { lazy, Suspense } from 'react';
import type { AppProps } from '#client/app.tsx';
import { ConflictToasts } from '#client/conflicts/conflict-toasts.tsx';
import { useLive } from '#client/store/use-live.ts';
import { Tooltips } from '#client/ui/tooltip.tsx';
import { UpdatePrompt } from '#client/update-prompt.tsx';

const FirstRun = lazy(async () => ({
  default: (await import('#client/first-run/first-run.tsx')).FirstRun,
}));

/** What only speaks when something happens: nobody needs it to see the list, so it is loaded after it. */
export function Attendants({ updates, preferences }: AppProps) {
  const { examples } = useLive(preferences.preferences$, preferences.current());
  return (
    <>
      <ConflictToasts />
      <Tooltips />
      <UpdatePrompt updates={updates} />
      {examples === 'unseen' ? (
        <Suspense>
          <FirstRun onExamples={preferences.change} />
        </Suspense>
      ) : null}
    </>
  );
}
