import { findProgram } from '#scripts/find-program';

/** The browser of this machine: `$CHROMIUM_PATH`, else a Chromium or Chrome on PATH; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return (
    process.env['CHROMIUM_PATH'] || findProgram('chromium', 'chromium-browser', 'google-chrome')
  );
}

/** Flags that let Chromium run as root in a container and keep it from calling anybody but the page under test. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
];
