import { sharePath } from '#shared/share-target';

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
 * Hears of links, shortcuts and files that the installed app is opened with. `loaded`: from which address the page was loaded.
 * The browser tells of that start as well, and after a reload of the last one once more; both were answered.
 */
export function onLaunches(
  of: {
    page: Pick<Window, 'launchQueue' | 'location'>;
    storage: Storage;
    loaded: { url: string; isReload: boolean };
  },
  handlers: LaunchHandlers,
): void {
  const { page, storage, loaded } = of;
  let isFirst = true;
  page.launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    const signature = JSON.stringify([targetURL, files.map(({ name }) => name)]);
    const isAnswered = isFirst && loaded.isReload && storage.getItem(key) === signature;
    const isHere = isFirst && targetURL === loaded.url;
    isFirst = false;
    storage.setItem(key, signature);
    if (isAnswered) return;
    const path = isHere ? undefined : pathWithin(page.location, targetURL);
    if (path !== undefined) handlers.onAddress(path);
    if (files.length > 0) void readAll(files, handlers);
  });
}

/** Undefined for what is not ours, for where the page is already, and for shares: those load a page with what came. */
function pathWithin(location: Location, target = ''): string | undefined {
  if (!URL.canParse(target)) return undefined;
  const { origin, pathname, search } = new URL(target);
  if (origin !== location.origin || pathname === sharePath) return undefined;
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
