import type { Timing } from '#client/ui/timing.ts';
import {
  askAgainAfterMs,
  mayAskAgain,
  type SearchServer,
  type ServerFailure,
} from './server-answer.ts';

/** What a round came to: everything is said, the server will know more later, or it gave no answer. */
export type RoundOutcome = { name: 'done' | 'unfinished' } | ServerFailure;

/** A question that is asked until it is answered wholly. */
export interface Rounds {
  isAsking(): boolean;
  /** Begins anew, unless it is being asked right now. */
  again(): void;
  stop(): void;
}

/** What rounds work with; `ask` never rejects, and its signal says that nobody wants to know any more. */
export interface RoundsParts {
  server: Pick<SearchServer, 'onHint' | 'random'>;
  timing: Pick<Timing, 'after'>;
  firstAfterMs: number;
  ask: (signal: AbortSignal) => Promise<RoundOutcome>;
}

/**
 * Asks after `firstAfterMs`, and again after growing delays until all is said; at once when the network comes back. Never two
 * rounds at a time. What is stopped asks no more.
 */
export function askInRounds({ server, timing, firstAfterMs, ask }: RoundsParts): Rounds {
  const abort = new AbortController();
  let attempt = 0;
  let isAsking = false;
  let last: RoundOutcome | undefined;
  let cancel = timing.after(firstAfterMs, () => void round());

  const round = async () => {
    if (isAsking) return;
    isAsking = true;
    cancel();
    last = await ask(abort.signal);
    isAsking = false;
    if (!abort.signal.aborted) plan(last);
  };
  const plan = (outcome: RoundOutcome) => {
    if (outcome.name === 'done') attempt = 0;
    if (outcome.name === 'done' || (outcome.name === 'failed' && !mayAskAgain(outcome.why))) return;
    const retryAfterMs = outcome.name === 'failed' ? outcome.retryAfterMs : undefined;
    const delayMs = askAgainAfterMs({ attempt, random: server.random(), retryAfterMs });
    attempt += 1;
    cancel = timing.after(delayMs, () => void round());
  };
  const stopHints = server.onHint(() => {
    // A server that asks for patience gets it.
    if (last?.name === 'failed' && last.why !== 'busy') void round();
  });
  return {
    isAsking: () => isAsking,
    again() {
      if (isAsking) return;
      attempt = 0;
      void round();
    },
    stop() {
      cancel();
      stopHints();
      abort.abort();
    },
  };
}
