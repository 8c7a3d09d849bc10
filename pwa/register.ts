import { Workbox } from 'workbox-window';

/** An update that is downloaded and waits; `apply` changes all tabs over to it and reloads them. */
export interface WaitingUpdate {
  apply(): void;
}

/**
 * Registers the service worker and tells of a new version once it is ready to take over (`prompt`, never by itself), and
 * once it has taken over, whichever tab asked for it: this page still runs the old one then.
 * Resolves to a function that looks for a new version now, and answers once it is ready whether one waits; it rejects when it
 * could not be had. Undefined where there are no service workers.
 */
export async function registerServiceWorker({
  onUpdate,
  onTakenOver,
}: {
  onUpdate: (update: WaitingUpdate) => void;
  onTakenOver: () => void;
}): Promise<(() => Promise<boolean>) | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(trustedScriptUrl('/service-worker.js'), { scope: '/' });
  // The first worker takes over a page that it serves unchanged: of that one nothing has to be done.
  const before = await navigator.serviceWorker.getRegistration('/');
  let isFirst = (before?.active ?? null) === null;
  let isTakenOver = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isFirst || isTakenOver) {
      isFirst = false;
      return;
    }
    isTakenOver = true;
    onTakenOver();
  });
  workbox.addEventListener('waiting', () => {
    onUpdate({ apply: () => workbox.messageSkipWaiting() });
  });
  const registration = await workbox.register();
  return async () => {
    await registration?.update();
    const { installing } = registration ?? {};
    if (installing) await untilInstalled(installing);
    // A download that failed leaves no worker behind.
    if (installing?.state === 'redundant') throw new Error('the new version could not be had');
    return registration?.waiting !== null && registration?.waiting !== undefined;
  };
}

/** Until all files of the new version are here, or it turned out that they cannot be had. */
async function untilInstalled(worker: ServiceWorker): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => (worker.state === 'installing' ? undefined : resolve());
    worker.addEventListener('statechange', look);
    look();
  });
}

type ScriptUrl = ConstructorParameters<typeof Workbox>[0];
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): ScriptUrl };
}

/** Where the content security policy demands Trusted Types, a plain string is no address of a script. */
function trustedScriptUrl(url: string): ScriptUrl {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('taskflow', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new Error('only our own service worker may be registered');
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
