/** How the app comes onto this device: it is there, the browser can be asked, or the person finds it in a menu. */
export type InstallWay = 'installed' | 'asked' | 'ios' | 'mac' | 'android' | 'menu';

/** What is known of the browser. */
export interface BrowserSigns {
  /** It runs in a window of its own. */
  isInstalled: boolean;
  /** The browser would ask now. */
  isOffered: boolean;
  userAgent: string;
  /** A Mac with a touch screen is an iPad that calls itself one. */
  touchPoints: number;
}

/** Which way there is; `menu` is the one of browsers that nothing better is known of. */
export function installWayOf(signs: BrowserSigns): InstallWay {
  const { isInstalled, isOffered, userAgent, touchPoints } = signs;
  if (isInstalled) return 'installed';
  if (isOffered) return 'asked';
  const isMac = userAgent.includes('Macintosh');
  if (/iPhone|iPad|iPod/.test(userAgent) || (isMac && touchPoints > 1)) return 'ios';
  const isSafari = /Version\/\d+.*Safari\//.test(userAgent);
  if (isMac && isSafari) return 'mac';
  return userAgent.includes('Android') ? 'android' : 'menu';
}
