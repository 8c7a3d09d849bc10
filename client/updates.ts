import { BehaviorSubject, type Observable } from 'rxjs';
import type { WaitingUpdate } from '../pwa/register.ts';

/** New versions of the app. */
export interface Updates {
  /** The version that waits to take over, if any. */
  readonly waiting$: Observable<WaitingUpdate | undefined>;
  /** Looks for a new version now; answers whether one waits. */
  check(): Promise<boolean>;
}

/**
 * Registers the service worker and keeps the update that waits. It is applied by itself when the person leaves the
 * page while nothing is being typed, so that an open form is never lost; before that only when they say so.
 */
export function createUpdates(): Updates {
  const waiting$ = new BehaviorSubject<WaitingUpdate | undefined>(undefined);
  const registering = import('../pwa/register.ts').then(({ registerServiceWorker }) =>
    registerServiceWorker({ onUpdate: (update) => waiting$.next(update) }),
  );
  registering.catch(reportError);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isTyping()) waiting$.value?.apply();
  });
  return {
    waiting$,
    check: async () => {
      const update = await registering.catch(() => undefined);
      await update?.().catch(() => undefined);
      return waiting$.value !== undefined;
    },
  };
}

function isTyping(): boolean {
  return (
    document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true
  );
}
