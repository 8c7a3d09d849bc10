import type { Cancel } from './scheduler.ts';

/** The part of the Web Locks API that leading needs; `navigator.locks` is one. */
export interface LockPort {
  request(
    name: string,
    options: { signal: AbortSignal },
    run: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Waits to be the one tab that pushes and pulls, then calls `onLead`; every tab writes. The browser passes the lock
 * on the moment a tab closes or crashes, and does not freeze the tab that holds it. Returns how to step down, waiting
 * or leading. `onLose` is called when the lock was taken away.
 */
export function lead({
  locks,
  name,
  onLead,
  onLose,
}: {
  locks: LockPort;
  name: string;
  onLead: () => void;
  onLose: () => void;
}): Cancel {
  const abort = new AbortController();
  let release: () => void = () => undefined;
  const held = () =>
    new Promise<void>((resolve) => {
      release = resolve;
      if (abort.signal.aborted) resolve();
      else onLead();
    });
  locks.request(name, { signal: abort.signal }, held).catch(() => {
    if (!abort.signal.aborted) onLose();
  });
  return () => {
    abort.abort();
    release();
  };
}
