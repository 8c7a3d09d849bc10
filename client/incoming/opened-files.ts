declare global {
  interface Window {
    launchQueue?: LaunchQueue;
  }
}

/** The files that the system opened the app with; not in TypeScript's types. */
interface LaunchQueue {
  setConsumer: (
    consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void,
  ) => void;
}

/** Hears of files that the person opens with the installed app, those of this start included. */
export function onOpenedFiles(
  page: Pick<Window, 'launchQueue'>,
  onFiles: (files: readonly File[]) => void,
): void {
  page.launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length === 0) return;
    // A file that went away meanwhile is none of ours to report: the system shows that it is gone.
    void Promise.allSettled(files.map(async (file) => file.getFile())).then((read) => {
      const there = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (there.length > 0) onFiles(there);
    });
  });
}
