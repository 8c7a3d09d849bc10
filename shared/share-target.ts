/** Where the service worker puts what another app shares, until the page has taken it. */
export const sharedCache = 'taskflow.shared';

/** The address of the manifest's `share_target`, and of the page that shows what came. */
export const sharePath = '/share';

/** Where one thing that was shared lies in the cache: its words, or one of its files. */
export function sharedAddress(id: string, part: 'words' | number): string {
  return `${sharePath}/${id}/${part}`;
}

/** What is taken of one share; the rest is counted, and said. */
export const shareLimits = { files: 20, bytes: 50_000_000 };

/** The header that holds the name of a file, percent-encoded: headers carry no letters beyond Latin ones. */
export const fileNameHeader = 'X-File-Name';
