// @ts-check

const parentPid = process.ppid;
const checkEveryMs = 200;

/**
 * Sends this process SIGTERM when the one that started it is gone, unless it was told to stop already.
 * npm passes a signal on only to the shell between, which dies without a word: without this, stopping `npm start`
 * would leave the server running and its port taken. Does nothing when npm is not involved.
 * Call it when handlers for both signals are in place: from here on neither ends the process by itself.
 */
export function stopWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parentPid) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, checkEveryMs).unref();
  const stopWatching = () => clearInterval(timer);
  process.on('SIGINT', stopWatching).on('SIGTERM', stopWatching);
}
