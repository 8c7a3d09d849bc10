import { Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';
import { useUpdateWords } from '#client/i18n/compiled/use-update-words.ts';
import { useLive } from '#client/store/use-live.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { Button } from '#client/ui/button.tsx';
import { useTiming } from '#client/ui/timing.ts';
import type { Updates } from '#client/updates.ts';

/** A server is often new before the last of its replicas hands out the new app. */
const askAgainMs = 60_000;

/**
 * Says that a new version waits. Without an answer it takes over when the person leaves the page. Where the server does not
 * take the changes of this one any more, it is looked for at once.
 */
export function UpdatePrompt({
  updates,
  status$,
}: {
  updates: Updates;
  status$: Observable<SyncStatus>;
}) {
  const words = useUpdateWords();
  const waiting = useLive(updates.waiting$, undefined);
  const [putOff, setPutOff] = useState<typeof waiting>();
  useLookingForUpdate(updates, useLive(status$, undefined)?.name === 'update-required');
  if (waiting === undefined || waiting === putOff) return null;
  return (
    <div
      role="status"
      data-testid="update-prompt"
      className="fixed top-4 end-4 start-4 z-40 mx-auto flex max-w-sm animate-rise-in items-center gap-2 rounded-card bg-surface py-1.5 pe-2 ps-4 shadow-float sm:start-auto"
    >
      <Sparkles className="size-4 text-accent" aria-hidden="true" />
      <p className="grow font-medium">{words.ready}</p>
      <Button size="small" look="quiet" onClick={() => setPutOff(waiting)}>
        {words.later}
      </Button>
      <Button size="small" look="primary" onClick={() => waiting.apply()}>
        {words.apply}
      </Button>
    </div>
  );
}

/** Asks for a new version, again and again until there is one. */
function useLookingForUpdate(updates: Updates, isNeeded: boolean): void {
  const timing = useTiming();
  useEffect(() => {
    if (!isNeeded) return undefined;
    let cancel = () => {};
    let isOver = false;
    const look = async () => {
      const found = await updates.check();
      if (!isOver && found !== 'waiting') cancel = timing.after(askAgainMs, () => void look());
    };
    void look();
    return () => {
      isOver = true;
      cancel();
    };
  }, [updates, isNeeded, timing]);
}
