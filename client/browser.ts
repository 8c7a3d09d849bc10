import { createInstallOffer, type InstallOffer } from '#client/install-offer.ts';
import type { KeyValueStorage } from '#client/session/remembered-account.ts';
import type { PageEvents } from '#client/store/workspace-view.ts';
import type { Scheduler } from '#client/sync/scheduler.ts';
import type { RandomBytes } from '#shared/ids';

/** What the app needs of the browser; made once, by the composition root. Below it nobody reads clock or chance. */
export interface Browser {
  scheduler: Scheduler;
  random: () => number;
  randomBytes: RandomBytes;
  page: PageEvents;
  storage: KeyValueStorage;
  /** Calls back on `online`, `offline` and when the page is looked at. */
  onHint: (listener: () => void) => () => void;
  install: InstallOffer;
}

const idleTimeoutMs = 2_000;

/** The real browser. */
export function createBrowser(): Browser {
  return {
    scheduler: {
      now: () => Date.now(),
      after: (delayMs, run) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    page: {
      onLookedAt: (run) => listen(['focus', 'visibilitychange', 'pageshow'], run),
      repeat: (run, everyMs) => {
        const timer = setInterval(run, everyMs);
        return () => clearInterval(timer);
      },
      whenIdle: () => new Promise((resolve) => whenIdle(resolve)),
    },
    storage: localStorage,
    onHint: (run) => listen(['online', 'offline', 'focus', 'visibilitychange'], run),
    install: createInstallOffer(window),
  };
}

/** Safari has no idle callbacks; a short wait lets the first paint go before. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => run(), { timeout: idleTimeoutMs });
  else setTimeout(run, 200);
}

function listen(names: readonly string[], run: () => void): () => void {
  const targets = names.map((name) => ({
    name,
    target: name === 'visibilitychange' ? document : window,
  }));
  for (const { name, target } of targets) target.addEventListener(name, run);
  return () => {
    for (const { name, target } of targets) target.removeEventListener(name, run);
  };
}
