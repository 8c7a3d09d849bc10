import type { FormerDevice, LocalStore } from '#client/store/local-store.ts';
import type { PullDone } from '#shared/pull-message';
import type { LearnOffset } from './learn-offset.ts';
import type { Outcome, SyncTransport } from './sync-transport.ts';

/** What asking works with. */
export interface AskNamesPorts {
  store: LocalStore;
  transport: SyncTransport;
  /** Every answer passes through it, so that none counts once the engine has ended. */
  learn: LearnOffset;
}

/** What a restored log has under every device id that our batches bore before, asked at the end of a rebuild (R10). */
export type AskNames = (answer: PullDone) => Promise<Outcome<ReadonlyMap<string, FormerDevice>>>;

/** A page that is not done within so many turns belongs to a log that runs away from us: asked again later. */
const maxTurns = 8;

/** See `AskNames`. What the log has under the device id of now, `answer` itself says. */
export function createAskNames(ports: AskNamesPorts): AskNames {
  return async (answer) => {
    const formers = new Map<string, FormerDevice>();
    for (const deviceId of await ports.store.readFormerDeviceIds()) {
      const former = await askFormer(ports, deviceId, answer);
      if (former.name !== 'answered') return former;
      formers.set(deviceId, former.answer);
    }
    return { name: 'answered', answer: formers, sample: undefined };
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
