import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what Linux gives to outgoing connections. */
const lowest = 10_000;
const highest = 30_000;

/**
 * A TCP port on 127.0.0.1 that is free and that no outgoing connection of this machine is given, so that a process that
 * was killed finds it free again. Not from the seed of a run: two runs of one seed may go on at the same time.
 */
export async function findSteadyPort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${lowest} and ${highest} in 100 attempts`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
