import { oldestProtocolVersion, protocolVersion } from './protocol-version.ts';
import type { Batch } from './push-message.ts';

/**
 * How many of these batches, from the first, were made by this build or an older one. What a newer build has made, before a
 * step back of the app, goes by itself: a server that does not know it yet takes the others all the same (R13).
 */
export function countReadable(batches: readonly Pick<Batch, 'v'>[]): number {
  const firstNewer = batches.findIndex(({ v }) => v > protocolVersion);
  return firstNewer < 0 ? batches.length : firstNewer;
}

/**
 * A batch as it travels: what only the device keeps (its time and label) stays there. One of a version that servers of this
 * release take no more is raised to the oldest that they do. Every version only adds to the one before (R13), so its changes
 * mean the same in it; a release that breaks with that converts them here.
 */
export function asSent({ n, v, stamp, action, changes }: Batch): Batch {
  const raised = Math.max(v, oldestProtocolVersion);
  return { n, v: raised, stamp, ...(action === undefined ? {} : { action }), changes };
}
