import { BehaviorSubject, type Observable } from 'rxjs';
import type { WaitingUpdate } from '../pwa/register.ts';
import type { UpdateCheck } from '../pwa/watch-updates.ts';

/** New versions of the app. */
export interface Updates {
  /** The version that waits to take over, if any. */
  readonly waiting$: Observable<WaitingUpdate | undefined>;
  /** Asks for a new version now. */
  check(): Promise<UpdateCheck>;
}

/** Watches for new versions (pwa/watch-updates.ts), whose code nobody needs to see the list. */
export function createUpdates(): Updates {
  const waiting$ = new BehaviorSubject<WaitingUpdate | undefined>(undefined);
  const watching = import('../pwa/watch-updates.ts').then(({ watchUpdates }) =>
    watchUpdates({ onUpdate: (update) => waiting$.next(update) }),
  );
  watching.catch(reportError);
  return {
    waiting$,
    check: async () => {
      const check = await watching.catch(() => undefined);
      const found = check === undefined ? 'unreachable' : await check();
      // Offered again, also where it was put off.
      if (found === 'waiting' && waiting$.value) waiting$.next({ ...waiting$.value });
      return found;
    },
  };
}
