import type { LocalMeta, LocalStore } from '#client/store/local-store.ts';
import { isBetterSample } from './clock-offset.ts';
import type { Outcome } from './sync-transport.ts';

/** Passes an outcome on, and takes the look at the server's clock that came with it. */
export type LearnOffset = <T>(pending: Promise<Outcome<T>>) => Promise<Outcome<T>>;

/**
 * Creates the learner (R6). `known` gives what the store holds; before it has been read there is nothing to compare
 * with and the sample is let go, the next answer brings another.
 */
export function createLearnOffset({
  store,
  known,
  onError,
}: {
  store: Pick<LocalStore, 'learnOffset'>;
  known: () => LocalMeta | undefined;
  onError: (error: unknown) => void;
}): LearnOffset {
  return async (pending) => {
    const outcome = await pending;
    const sample = outcome.name === 'answered' ? outcome.sample : undefined;
    const meta = known();
    if (sample !== undefined && meta !== undefined) {
      const before = { offsetMs: meta.offsetMs, roundTripMs: meta.offsetRoundTripMs };
      if (isBetterSample(sample, before)) store.learnOffset(sample).catch(onError);
    }
    return outcome;
  };
}
