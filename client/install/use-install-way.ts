import type { Observable } from 'rxjs';
import { useLive } from '#client/store/use-live.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { type InstallWay, installWayOf } from './install-way.ts';

/** How the app comes onto this device, as things are now. */
export function useInstallWay(isOffered$: Observable<boolean>): InstallWay {
  const isOffered = useLive(isOffered$, false);
  // An app window is in one of these modes, and a browser's tab in none.
  const isAppWindow = useMediaQuery(
    '(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)',
  );
  const { userAgent, maxTouchPoints } = navigator;
  return installWayOf({ isInstalled: isAppWindow, isOffered, userAgent, maxTouchPoints });
}
