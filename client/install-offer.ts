import { BehaviorSubject, type Observable } from 'rxjs';

/** Installing the app, as far as the browser lets a page do it. */
export interface InstallOffer {
  /** Whether the browser would ask the person now. Browsers that never let a page ask stay at false. */
  readonly isOffered$: Observable<boolean>;
  /** Lets the browser ask; resolves to whether the person said yes, to false where nothing is offered. */
  ask(): Promise<boolean>;
}

/** Chromium's event, which is in no standard and so not in TypeScript's types. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/**
 * Keeps the offer that a browser makes once, soon after the start, and shows nothing by itself: when to ask is for the
 * app to say (client/install).
 */
export function createInstallOffer(page: Pick<Window, 'addEventListener'>): InstallOffer {
  const offer$ = new BehaviorSubject(false);
  let offered: BeforeInstallPromptEvent | undefined;
  const keep = (event: BeforeInstallPromptEvent | undefined) => {
    offered = event;
    offer$.next(event !== undefined);
  };
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isPrompt(event)) keep(event);
  });
  page.addEventListener('appinstalled', () => keep(undefined));
  return {
    isOffered$: offer$,
    ask: async () => {
      const asking = offered?.prompt();
      // It can be asked once only; the browser makes another offer if it wants to.
      keep(undefined);
      return (await asking)?.outcome === 'accepted';
    },
  };
}

function isPrompt(event: Event): event is BeforeInstallPromptEvent {
  return 'prompt' in event;
}
