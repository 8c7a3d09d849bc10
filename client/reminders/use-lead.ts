import { useEffect, useState } from 'react';

/** The part of the Web Locks API that leading needs. */
export interface LeadLocks {
  request(
    name: string,
    options: { signal: AbortSignal } | { steal: true },
    run: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Whether this tab is the one that shows reminders. It is the tab that is looked at: coming into view takes the lead
 * from whichever tab had it; a tab that closes passes it on.
 */
export function useLead(locks: LeadLocks, name: string): boolean {
  const [isLeading, setIsLeading] = useState(false);
  useEffect(() => startLeading({ locks, name, onChange: setIsLeading }), [locks, name]);
  return isLeading;
}

function startLeading(of: {
  locks: LeadLocks;
  name: string;
  onChange: (isLeading: boolean) => void;
}): () => void {
  const { locks, name, onChange } = of;
  let isStopped = false;
  let release = () => {};
  let abort = new AbortController();
  // The request that holds the lock: this tab may take the lock from itself, and has not lost it then.
  let holder: object | undefined;
  const request = (options: { signal: AbortSignal } | { steal: true }) => {
    const hold = () =>
      new Promise<void>((resolve) => {
        if (isStopped) return resolve();
        release = resolve;
        holder = options;
        return onChange(true);
      });
    locks.request(name, options, hold).catch(() => {
      if (holder !== options || isStopped) return;
      holder = undefined;
      onChange(false);
      wait();
    });
  };
  const wait = () => {
    abort = new AbortController();
    request({ signal: abort.signal });
  };
  const lookedAt = () => {
    if (document.visibilityState !== 'visible' || holder !== undefined || isStopped) return;
    abort.abort();
    request({ steal: true });
  };
  if (document.visibilityState === 'visible') lookedAt();
  else wait();
  document.addEventListener('visibilitychange', lookedAt);
  window.addEventListener('focus', lookedAt);
  return () => {
    isStopped = true;
    document.removeEventListener('visibilitychange', lookedAt);
    window.removeEventListener('focus', lookedAt);
    abort.abort();
    release();
  };
}
