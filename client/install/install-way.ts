import { webKitDevice } from '#client/ui/web-kit-device.ts';

/** How the app comes onto this device: it is there, the browser can be asked, or the person finds it in a menu. */
export type InstallWay = 'installed' | 'asked' | 'ios' | 'mac' | 'android' | 'menu';

/** What is known of the browser. */
export interface BrowserSigns {
  /** It runs in a window of its own. */
  isInstalled: boolean;
  /** The browser would ask now. */
  isOffered: boolean;
  userAgent: string;
  maxTouchPoints: number;
}

/** Which way there is; `menu` is the one of browsers that nothing better is known of. */
export function installWayOf(signs: BrowserSigns): InstallWay {
  const { isInstalled, isOffered, userAgent, maxTouchPoints } = signs;
  if (isInstalled) return 'installed';
  if (isOffered) return 'asked';
  const device = webKitDevice({ userAgent, maxTouchPoints });
  if (device !== undefined) return device === 'mac' ? 'mac' : 'ios';
  return userAgent.includes('Android') ? 'android' : 'menu';
}
