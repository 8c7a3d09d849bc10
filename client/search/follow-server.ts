import type { Timing } from '#client/ui/timing.ts';
import type { ServerHit } from '#shared/search-message';
import type { AskServer, ServerPage, ServerQuestion } from './ask-server.ts';
import { askInRounds, type RoundOutcome } from './ask-in-rounds.ts';
import type { SearchServer, WhyNot } from './server-answer.ts';

/**
 * How it stands with the server: nothing to ask it (`none`), asked for the first time or for more, everything said (`whole`),
 * still making its index (`building`), or no answer.
 */
export type ServerStatus =
  | { name: 'none' | 'asking' | 'more' | 'whole' | 'building' }
  | { name: 'failed'; why: WhyNot };

/** What the server has found so far. */
export interface ServerSearch {
  hits: readonly ServerHit[];
  hasMore: boolean;
  status: ServerStatus;
}

/** A question that is followed until it is stopped. */
export interface FollowedSearch {
  /** Asks for the page after those that are there. */
  more(): void;
  /** Asks again at once. */
  retry(): void;
  stop(): void;
}

/** What following works with; `tell` hears every change. */
export interface FollowParts {
  ask: AskServer;
  server: Pick<SearchServer, 'onHint' | 'random'>;
  timing: Pick<Timing, 'after'>;
  question: { query: string; includesTrash: boolean };
  tell: (search: ServerSearch) => void;
}

/** So long after the last key the server is asked. */
const debounceMs = 300;

/**
 * Asks the server 300 ms from now, and on in rounds. What was found stays meanwhile, and every round asks for as many as were
 * there before.
 */
export function followServer(of: FollowParts): FollowedSearch {
  let search: ServerSearch = { hits: [], hasMore: false, status: { name: 'asking' } };
  let wanted = 1;
  const tell = (next: ServerSearch) => {
    search = next;
    of.tell(next);
  };
  const settle = (page: ServerPage | undefined): RoundOutcome => {
    if (page === undefined) {
      tell({ hits: [], hasMore: false, status: { name: 'none' } });
      return { name: 'done' };
    }
    const { failure, isWhole, next } = page;
    const hits = failure === undefined ? page.hits : united(search.hits, page.hits);
    tell({ hits, hasMore: next.size > 0, status: statusOf(page) });
    return failure ?? { name: isWhole ? 'done' : 'unfinished' };
  };
  const ask = async (signal: AbortSignal) => {
    const question = { ...of.question, signal };
    // What cannot be asked for at all is as a server that is not there.
    const page = await askFor(of.ask, { question, wanted: () => wanted }).catch(() => notThere);
    return signal.aborted ? notThere.failure : settle(page);
  };
  const rounds = askInRounds({ ...of, firstAfterMs: debounceMs, ask });
  return {
    more() {
      if (!search.hasMore) return;
      wanted = search.hits.length + 1;
      tell({ ...search, status: { name: 'more' } });
      rounds.again();
    },
    retry() {
      if (rounds.isAsking()) return;
      tell({ ...search, status: { name: search.hits.length === 0 ? 'asking' : 'more' } });
      rounds.again();
    },
    stop: () => rounds.stop(),
  };
}

const notThere = {
  hits: [],
  next: new Map<string, string>(),
  isWhole: true,
  failure: { name: 'failed', why: 'away' },
} as const;

/** Page after page until there are as many hits as wanted, or no more. */
async function askFor(
  ask: AskServer,
  { question, wanted }: { question: ServerQuestion; wanted: () => number },
): Promise<ServerPage | undefined> {
  let page = await ask.first(question);
  while (page !== undefined && page.hits.length < wanted() && page.next.size > 0) {
    if (page.failure !== undefined || question.signal.aborted) break;
    const after = await ask.after(page, question);
    page = {
      ...after,
      hits: united(page.hits, after.hits),
      isWhole: page.isWhole && after.isWhole,
    };
  }
  return page;
}

function statusOf({ failure, isWhole }: ServerPage): ServerStatus {
  if (failure !== undefined) return { name: 'failed', why: failure.why };
  return { name: isWhole ? 'whole' : 'building' };
}

/** Those that are there stay where they are; the newer form of each. */
function united(held: readonly ServerHit[], more: readonly ServerHit[]): readonly ServerHit[] {
  const byId = new Map(held.map((hit) => [hit.task.id, hit]));
  for (const hit of more) byId.set(hit.task.id, hit);
  return [...byId.values()];
}
