import type { Browser } from '#client/browser.ts';
import { loadTransport } from '#client/lazy-transport.ts';
import type { SearchServer, ServerAnswer } from '#client/search/server-answer.ts';
import type { Session } from '#client/session/session.ts';
import type { HttpTransport } from '#client/sync/http-transport.ts';
import type { Outcome } from '#client/sync/sync-transport.ts';
import { searchLimits } from '#shared/search-limits';

/** The server for what is searched and read there, over the same authorised routes as sync. */
export function createSearchServer(of: { browser: Browser; session: Session }): SearchServer {
  const ask = async <T>(
    question: (transport: HttpTransport) => Promise<Outcome<T>>,
  ): Promise<ServerAnswer<T>> => {
    const transport = await loadTransport(of);
    if (transport === undefined) return { name: 'failed', why: 'away' };
    return answerOf(await question(transport));
  };
  const limit = searchLimits.maxHits;
  return {
    search: (question) => ask((transport) => transport.search({ ...question, limit })),
    readTask: (task) => ask((transport) => transport.readFoundTask(task)),
    onHint: of.browser.onHint,
    random: of.browser.random,
  };
}

function answerOf<T>(outcome: Outcome<T>): ServerAnswer<T> {
  switch (outcome.name) {
    case 'answered':
      return { name: 'answered', answer: outcome.answer };
    case 'unreachable':
      return { name: 'failed', why: 'away' };
    case 'busy':
      return { name: 'failed', why: 'busy', retryAfterMs: outcome.retryAfterMs };
    case 'needs-sign-in':
      return { name: 'failed', why: 'signedOut' };
    case 'missing':
    case 'membership-ended':
      return { name: 'missing' };
    case 'rejected':
      return outcome.code === 'task_unknown'
        ? { name: 'missing' }
        : { name: 'failed', why: 'refused' };
    default:
      return { name: 'failed', why: 'refused' };
  }
}
