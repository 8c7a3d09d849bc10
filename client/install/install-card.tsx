import { MonitorDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { firstValueFrom } from 'rxjs';
import { useInstallWords } from '#client/i18n/compiled/use-install-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { useEscape } from '#client/ui/use-escape.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { Task } from '#shared/task';
import { isOfferDue, type InstallStorage, noteVisit, putOfferAway } from './install-memory.ts';
import type { Offer } from './install-settings.tsx';
import { InstallSteps } from './install-steps.tsx';
import { useInstallWay } from './use-install-way.ts';

/**
 * Offers once to install the app: to who has come back with tasks of their own, where the browser can be asked or its steps
 * are known. `examplesId`: the project of the examples, whose tasks are nobody's own.
 */
export function InstallCard({
  offer,
  storage,
  examplesId,
}: {
  offer: Offer;
  storage: InstallStorage;
  examplesId: string;
}) {
  const words = useInstallWords();
  const toasts = useToasts();
  const way = useInstallWay(offer.isOffered$);
  const [isDue, setIsDue] = useIsDue(storage, examplesId);
  // In other browsers it is not known whether it can be done at all.
  const isShown = isDue && (way === 'asked' || way === 'ios' || way === 'mac');
  const announce = useAnnounce();
  useEffect(() => {
    if (isShown) announce(words.cardTitle);
  }, [isShown, announce, words]);
  const putAway = () => {
    putOfferAway(storage);
    setIsDue(false);
    // The button that had the focus is gone.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  useEscape(isShown ? putAway : undefined);
  if (!isShown) return null;
  const install = async () => {
    putAway();
    const isInstalled = await offer.ask().catch(() => false);
    if (!isInstalled) toasts.show({ id: 'install', text: words.notInstalled });
  };
  return (
    <section
      aria-labelledby="install-card-title"
      data-testid="install-card"
      className="fixed inset-x-4 bottom-[calc(env(safe-area-inset-bottom)+9.25rem)] z-30 mx-auto flex max-w-sm animate-rise-in flex-col gap-3 rounded-card bg-surface p-4 shadow-float sm:start-auto sm:mx-0 lg:bottom-6"
    >
      <div className="flex gap-3">
        <img src="/icons/icon.svg" alt="" width="40" height="40" className="size-10 shrink-0" />
        <div>
          <h2 id="install-card-title" className="font-semibold">
            {words.cardTitle}
          </h2>
          <p className="text-[0.8125rem] text-pretty text-muted">{words.cardText}</p>
        </div>
      </div>
      {way === 'asked' ? null : <InstallSteps way={way} />}
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" data-testid="install-later" onClick={putAway}>
          {words.later}
        </Button>
        {way === 'asked' ? (
          <Button
            size="small"
            look="primary"
            data-testid="install-now"
            onClick={() => void install()}
          >
            <MonitorDown />
            {words.install}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Found out once a start: a card that comes up while one types would be in the way. */
function useIsDue(storage: InstallStorage, examplesId: string) {
  const store = useStore();
  const timing = useTiming();
  const state = useState(false);
  const [, setIsDue] = state;
  useEffect(() => {
    let isLeft = false;
    const find = async () => {
      const memory = noteVisit(storage, timing.nowMs());
      if (!isOfferDue(memory, Number.POSITIVE_INFINITY)) return;
      const selector = { trashedAt: null };
      const tasks = await firstValueFrom(store.live<Task>({ kind: 'task', selector }));
      const own = tasks.filter(({ projectId }) => projectId !== examplesId);
      if (!isLeft && isOfferDue(memory, own.length)) setIsDue(true);
    };
    find().catch(reportError);
    return () => {
      isLeft = true;
    };
  }, [store, storage, timing, examplesId, setIsDue]);
  return state;
}
