import type { FormerDevice, LocalMeta, LocalStore } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import type { PullDone } from '#shared/pull-message';
import type { Batch } from '#shared/push-message';
import type { LearnOffset } from './learn-offset.ts';
import type { Outcome, SyncTransport } from './sync-transport.ts';

/** What asking works with. */
export interface AskNamesPorts {
  store: LocalStore;
  transport: SyncTransport;
  /** Every answer passes through it, so that none counts once the engine has ended. */
  learn: LearnOffset;
}

/** A page that ends a rebuild into another epoch, with all that is needed to tell what the restored log has of ours. */
export interface NamedEnd {
  answer: PullDone;
  formers: ReadonlyMap<string, FormerDevice>;
}

/** A page that is not done within so many turns belongs to a log that runs away from us: asked again later. */
const maxTurns = 8;
/** Room left in a push for everything but its batches. */
const envelopeMaxBytes = 1024;

/**
 * Asks what a restored log has under every device id that our batches bear (R10): of former ids the last number; of the
 * one of now, which a copy of this profile may have used as well, how far the numbers are ours. `lastN` of the answer
 * that comes back counts ours only.
 */
export function createAskNames(
  ports: AskNamesPorts,
): (meta: LocalMeta, answer: PullDone) => Promise<Outcome<NamedEnd>> {
  return async (meta, answer) => {
    const formers = new Map<string, FormerDevice>();
    for (const deviceId of await ports.store.readFormerDeviceIds()) {
      const former = await askFormer(ports, deviceId, answer);
      if (former.name !== 'answered') return former;
      formers.set(deviceId, former.answer);
    }
    const lastN = await askOwn(ports, meta, answer);
    if (lastN.name !== 'answered') return lastN;
    return answered({ answer: { ...answer, lastN: lastN.answer }, formers });
  };
}

async function askFormer(
  { store, transport, learn }: AskNamesPorts,
  deviceId: string,
  { epoch, head }: PullDone,
): Promise<Outcome<FormerDevice>> {
  const { workspaceId } = store;
  for (let after = String(head), turns = 0; turns < maxTurns; turns += 1) {
    const page = await learn(transport.pull({ workspaceId, after, from: 0, epoch, deviceId }));
    if (page.name !== 'answered') return page;
    if (page.answer.done) return { ...page, answer: page.answer };
    after = page.answer.next;
  }
  return { name: 'busy', retryAfterMs: undefined };
}

/**
 * The highest number of this device id that the log has from us. Numbers at or below `lastN` are used up, so offering them
 * again commits nothing: each is answered with what was committed under it, or `forked` where that was a copy's.
 */
async function askOwn(
  { store, transport, learn }: AskNamesPorts,
  { deviceId, nextN }: LocalMeta,
  { epoch, lastN }: PullDone,
): Promise<Outcome<number>> {
  const { workspaceId } = store;
  // A batch that another tab adds from here on is above `upTo`, whatever a copy has used its number for.
  const upTo = Math.min(lastN, nextN - 1);
  const maxBytes = limits.pushMaxBytes - envelopeMaxBytes;
  for (let after = 0; ; ) {
    const of = { after, maxBatches: limits.pushMaxBatches, maxBytes };
    const waiting = (await store.readOutbox(of)).filter(({ n }) => n <= upTo);
    const last = waiting.at(-1);
    if (last === undefined) return answered(upTo);
    const batches = waiting.map(asSent);
    const outcome = await learn(transport.push({ workspaceId, deviceId, epoch, batches }));
    if (outcome.name !== 'answered') return outcome;
    const forked = outcome.answer.results.find((result) => result.outcome === 'forked');
    if (forked !== undefined) return answered(forked.n - 1);
    after = last.n;
  }
}

/** A batch as it travels: what only this device keeps (its time and label) stays here. */
export function asSent({ n, v, stamp, action, changes }: Batch): Batch {
  return { n, v, stamp, ...(action === undefined ? {} : { action }), changes };
}

function answered<T>(answer: T): Outcome<T> {
  return { name: 'answered', answer, sample: undefined };
}
