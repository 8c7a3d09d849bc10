import { emptyHeadHash, formatHash } from '#shared/head-hash';
import type { RandomBytes } from '#shared/ids';
import { newDeviceId } from '#shared/new-ids';
import { storeVersion } from '#shared/store-version';
import type { StoredMeta } from './local-tables.ts';

/** Meta of a database that was never pulled: a device id of its own, which lives and dies with the outbox (R3). */
export function freshMeta(random: RandomBytes): StoredMeta {
  const deviceId = newDeviceId(random);
  return {
    key: 'meta',
    deviceId,
    firstDeviceId: deviceId,
    nextN: 1,
    checkpoint: '0',
    wholeSeq: 0,
    epoch: undefined,
    hash: formatHash(emptyHeadHash),
    settledN: 0,
    clock: { ms: 0, counter: 0 },
    offsetMs: 0,
    offsetRoundTripMs: undefined,
    rev: 0,
    generation: 0,
    rebuild: undefined,
    hashDiffers: false,
    storeVersion,
    nextPosition: 1,
    carriedDeviceIds: [],
    outboxRemovedRev: 0,
    documentsResetRev: 0,
    adoptedGuests: [],
    isClosing: false,
  };
}
