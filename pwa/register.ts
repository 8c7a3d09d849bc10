import { Workbox } from 'workbox-window';

/** An update that is downloaded and waits; `apply` changes all tabs over to it and reloads them. */
export interface WaitingUpdate {
  apply(): void;
}

/**
 * Registers the service worker and tells of a new version once it is ready to take over (`prompt`, never by itself).
 * Every tab reloads when the new worker takes control, whichever tab asked for it, so no old tab runs on new files.
 * Resolves to a function that looks for a new version now; to undefined where there are no service workers.
 */
export async function registerServiceWorker({
  onUpdate,
}: {
  onUpdate: (update: WaitingUpdate) => void;
}): Promise<(() => Promise<void>) | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const workbox = new Workbox(trustedScriptUrl('/service-worker.js'), { scope: '/' });
  const hadController = navigator.serviceWorker.controller !== null;
  let isReloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page that it serves unchanged: nothing to reload.
    if (!hadController || isReloading) return;
    isReloading = true;
    location.reload();
  });
  workbox.addEventListener('waiting', () => {
    onUpdate({ apply: () => workbox.messageSkipWaiting() });
  });
  await workbox.register();
  return () => workbox.update();
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
