import type { HistoryAnswer, ReadHistory } from '#client/activity/history-feed.ts';
import type { Browser } from '#client/browser.ts';
import type { Session } from '#client/session/session.ts';
import type { HttpTransport } from '#client/sync/http-transport.ts';

/** Reads histories over the same authorised routes as sync, whose code is loaded with the first of them. */
export function createHistoryReader({
  browser,
  session,
}: {
  browser: Browser;
  session: Session;
}): ReadHistory {
  const connect = async (): Promise<HttpTransport> => {
    const { createHttpTransport } = await import('#client/sync/http-transport.ts');
    return createHttpTransport({
      fetch: (...args) => fetch(...args),
      tokens: session,
      scheduler: browser.scheduler,
    });
  };
  return async (of) => {
    // A file that cannot be had is no other than a server that cannot be reached.
    const transport = await connect().catch(() => undefined);
    if (transport === undefined) return { name: 'away' };
    return answerOf(await transport.readHistory(of));
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
