// @ts-check
// Reads "+<pid>" and "-<pid>" lines; when the other end of the pipe is gone, however it went, ends what is left.
import { createInterface } from 'node:readline';

/** @type {Set<number>} */
const pids = new Set();
// A Ctrl-C reaches the whole group of the terminal: this process must outlive the others to clean up after them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) pids.add(pid);
    else pids.delete(pid);
  })
  .on('close', () => {
    for (const pid of pids) end(pid);
  });

/** @param {number} pid */
function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
