import type { HistoryAnswer, ReadHistory } from '#client/activity/history-feed.ts';
import type { Browser } from '#client/browser.ts';
import { loadTransport } from '#client/lazy-transport.ts';
import type { Session } from '#client/session/session.ts';
import type { HttpTransport } from '#client/sync/http-transport.ts';

/** Reads histories over the same authorised routes as sync. */
export function createHistoryReader(of: { browser: Browser; session: Session }): ReadHistory {
  return async (page) => {
    const transport = await loadTransport(of);
    if (transport === undefined) return { name: 'away' };
    return answerOf(await transport.readHistory(page));
  };
}

function answerOf(outcome: Awaited<ReturnType<HttpTransport['readHistory']>>): HistoryAnswer {
  switch (outcome.name) {
    case 'answered':
      return { name: 'read', page: outcome.answer };
    case 'unreachable':
      return { name: 'away' };
    case 'needs-sign-in':
      return { name: 'needs-sign-in' };
    default:
      return { name: 'failed' };
  }
}
