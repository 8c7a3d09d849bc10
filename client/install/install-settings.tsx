import { MonitorDown } from 'lucide-react';
import type { Observable } from 'rxjs';
import { useInstallWords } from '#client/i18n/compiled/use-install-words.ts';
import { Button } from '#client/ui/button.tsx';
import { InstallSteps } from './install-steps.tsx';
import { useInstallWay } from './use-install-way.ts';

/** The offer of the browser, as a page can use it. */
export interface Offer {
  isOffered$: Observable<boolean>;
  ask: () => Promise<boolean>;
}

/** The row of the settings that installs the app, or says how it is done in this browser. */
export function InstallSettings({ offer }: { offer: Offer }) {
  const words = useInstallWords();
  const way = useInstallWay(offer.isOffered$);
  const isInstalled = way === 'installed';
  return (
    <div
      data-testid="install-settings"
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5"
    >
      <div className="max-w-lg min-w-32 flex-1">
        <p className="font-medium">{isInstalled ? words.installed : words.title}</p>
        <p className="text-[0.8125rem] text-pretty text-muted">
          {isInstalled ? words.installedText : words.text}
        </p>
      </div>
      {way === 'asked' ? (
        <Button data-testid="install-button" onClick={() => void offer.ask()}>
          <MonitorDown />
          {words.install}
        </Button>
      ) : null}
      {way === 'asked' || way === 'installed' ? null : (
        <details className="basis-full">
          <summary className="w-fit rounded-control py-1 text-[0.8125rem] font-medium">
            {words.how}
          </summary>
          <InstallSteps way={way} />
        </details>
      )}
    </div>
  );
}
