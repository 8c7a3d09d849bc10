declare global {
  interface Window {
    launchQueue?: LaunchQueue;
  }
}

/** Starts of the installed app, those that came to a window that was open already included; not in TypeScript's types. */
interface LaunchQueue {
  setConsumer: (consumer: (launch: Launch) => void) => void;
}

interface Launch {
  /** The address that was to be opened: it is for us to go there, as the window is only brought to the front. */
  targetURL?: string;
  files?: readonly { name: string; getFile(): Promise<File> }[];
}

/** What is done with a start. */
export interface LaunchHandlers {
  /** Path and search of an address of the app. */
  onAddress: (path: string) => void;
  onFiles: (files: readonly File[]) => void;
  /** A file that went away before it could be read. */
  onUnread: (name: string) => void;
}

const key = 'taskflow.last-launch';

/**
 * Hears of links, shortcuts and files that the installed app is opened with. `isReload`: the page was loaded anew, whereupon
 * the browser tells of the last start once more; that one was answered before.
 */
export function onLaunches(
  of: { page: Pick<Window, 'launchQueue' | 'location'>; storage: Storage; isReload: boolean },
  handlers: LaunchHandlers,
): void {
  const { page, storage } = of;
  let isRepeated = of.isReload;
  page.launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    const signature = JSON.stringify([targetURL, files.map(({ name }) => name)]);
    const isAnswered = isRepeated && storage.getItem(key) === signature;
    isRepeated = false;
    storage.setItem(key, signature);
    if (isAnswered) return;
    const path = pathWithin(page.location, targetURL);
    if (path !== undefined) handlers.onAddress(path);
    if (files.length > 0) void readAll(files, handlers);
  });
}

/** Undefined for what is not ours, and for where the page is already. */
function pathWithin(location: Location, target = ''): string | undefined {
  if (!URL.canParse(target)) return undefined;
  const { origin, pathname, search } = new URL(target);
  if (origin !== location.origin) return undefined;
  const path = pathname + search;
  return path === location.pathname + location.search ? undefined : path;
}

async function readAll(
  files: NonNullable<Launch['files']>,
  { onFiles, onUnread }: LaunchHandlers,
): Promise<void> {
  const read: File[] = [];
  for (const file of files) {
    const opened = await file.getFile().catch(() => undefined);
    if (opened === undefined) onUnread(file.name);
    else read.push(opened);
  }
  if (read.length > 0) onFiles(read);
}
