/**
 * What a person may send to anybody: the version, the kind of view, the browser, and where in our code it broke. The
 * message of the error and ids in the address are left out, since either could tell of a task.
 */
export function reportOf(error: Error): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line));
  const view = location.pathname.split('/')[1] ?? '';
  return [
    `TaskFlow ${__APP_VERSION__}`,
    `/${view}`,
    navigator.userAgent,
    error.name,
    ...places,
  ].join('\n');
}

/** Whether a file of the app could not be loaded, in the words of Chromium, Firefox and Safari. */
export function isLoadFailure({ message }: Error): boolean {
  return /dynamically imported module|Importing a module script failed|Unable to preload/i.test(
    message,
  );
}
