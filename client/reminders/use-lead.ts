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
  let isLeading = false;
  let release = () => {};
  let abort = new AbortController();
  const hold = () =>
    new Promise<void>((resolve) => {
      release = resolve;
      if (isStopped) return resolve();
      isLeading = true;
      return onChange(true);
    });
  const request = (options: { signal: AbortSignal } | { steal: true }) => {
    locks.request(name, options, hold).catch(() => {
      // Overtaken by this tab's own wish to lead, or stopped.
      if (!isLeading || isStopped) return;
      isLeading = false;
      onChange(false);
      wait();
    });
  };
  const wait = () => {
    abort = new AbortController();
    request({ signal: abort.signal });
  };
  const lookedAt = () => {
    if (document.visibilityState !== 'visible' || isLeading || isStopped) return;
    abort.abort();
    request({ steal: true });
  };
  wait();
  if (document.visibilityState === 'visible') lookedAt();
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
