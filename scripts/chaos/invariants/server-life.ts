import type { ChaosInvariant } from './chaos-invariant.ts';

const memoryMaxMib = 400;
const stopMaxMs = 25_000;
const noticedWithinMs = { client: 30_000, server: 45_000 };

/** After the load no server holds more memory than this: queues and caches have bounds. */
export const boundedMemory: ChaosInvariant = ({ facts }) =>
  [...facts.serverMemoryMib].flatMap(([name, mib]) =>
    mib <= memoryMaxMib ? [] : [`${name} holds ${mib} MiB after the load`],
  );

/** A server that is asked to end under load ends by itself, in order and in time. */
export const gracefulStops: ChaosInvariant = ({ facts }) =>
  facts.stops.flatMap(({ code, tookMs }) =>
    code === 0 && tookMs <= stopMaxMs ? [] : [`a server ended with ${code} after ${tookMs} ms`],
  );

/** [R1] Without space nothing is acknowledged, everything is still read, and room alone makes all well again. */
export const fullDisks: ChaosInvariant = ({ facts }) =>
  facts.fullDisks.flatMap(({ isRoomKept, refusals, didReadsGoOn, didRecover }) => [
    ...(isRoomKept || refusals.length > 0 ? [] : ['no push was refused while the disk was full']),
    ...refusals
      .filter((refusal) => !/^(507 storage_full|503 storage_unavailable)$/.test(refusal))
      .map((refusal) => `a push onto a full disk was answered ${refusal}`),
    ...(didReadsGoOn ? [] : ['a full disk kept the server from serving reads']),
    ...(didRecover ? [] : ['the server did not take pushes again once there was room']),
  ]);

/** [R1] A device without room shows nothing as saved, says so, and keeps what was written until there is room. */
export const fullDevices: ChaosInvariant = ({ facts }) =>
  facts.fullDevices.flatMap(({ device, isTold, isSavedLater }) => [
    ...(isTold ? [] : [`${device} did not say that its disk is full`]),
    ...(isSavedLater ? [] : [`${device} did not save, once there was room, what it had kept`]),
  ]);

/**
 * A connection that has gone silent is noticed: by a server within 45 s, by a client's socket within 30 s. (A browser keeps idle
 * HTTP connections for minutes, which hold up nobody.)
 */
export const silentEndsLeft: ChaosInvariant = ({ history, facts }) =>
  facts.silentEnds.flatMap(({ side, kind, sinceMs, tookMs }) => {
    if (side === 'client' && kind === 'http') return [];
    const heldMs = tookMs ?? history.latestClockMs - sinceMs;
    return heldMs <= noticedWithinMs[side]
      ? []
      : [`a ${side} held a silent connection (${kind}) for ${heldMs} ms`];
  });

/** [R4] After every fault writes go through again within 30 s, and whatever a server cannot do it says as a problem: never 500. */
export const writesResume: ChaosInvariant = ({ history, facts }) => [
  ...facts.resumptions.flatMap(({ fault, tookMs }) =>
    tookMs === undefined ? [`no push was answered after: ${fault}`] : [],
  ),
  ...(history.counts.has('push answered 500') ? ['a push was answered 500'] : []),
];

/** A reader that does not read is let go before the server keeps more than its share for it. */
export const slowReadersGo: ChaosInvariant = ({ facts }) =>
  facts.slowReaders.flatMap(({ wasCut }) =>
    wasCut ? [] : ['a server kept a socket that did not read a megabyte'],
  );
