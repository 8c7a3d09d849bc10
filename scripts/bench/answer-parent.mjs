// @ts-check
import { Session } from 'node:inspector/promises';

/**
 * Loaded into a measured server beside its own code (`--import`): answers what the bench asks over the process channel.
 * `collect`: collects garbage and tells the resident memory. `begin` and `end`: a CPU profile of what lies between.
 */
const profiler = new Session();
profiler.connect();

process.on('message', (/** @type {string} */ request) => {
  void answer(request).then((value) => process.send?.({ request, value }));
});
// The channel alone must not keep a server alive that has closed everything else.
process.channel?.unref();

/** @param {string} request */
async function answer(request) {
  if (request === 'collect') return collect();
  if (request === 'begin') return begin();
  return end();
}

/** Twice, because what the first round finalizes only the second one frees. */
async function collect() {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return process.memoryUsage.rss();
}

async function begin() {
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.start');
}

async function end() {
  const { profile } = await profiler.post('Profiler.stop');
  await profiler.post('Profiler.disable');
  return profile;
}
