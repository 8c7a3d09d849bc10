import type { Browser } from '#client/browser.ts';
import type { Session } from '#client/session/session.ts';
import type { HttpTransport } from '#client/sync/http-transport.ts';

/**
 * The authorised routes of the server, whose code is loaded with the first question. Undefined where it cannot be had: that
 * is no other than a server that cannot be reached.
 */
export async function loadTransport({
  browser,
  session,
}: {
  browser: Pick<Browser, 'scheduler'>;
  session: Session;
}): Promise<HttpTransport | undefined> {
  try {
    const { createHttpTransport } = await import('#client/sync/http-transport.ts');
    return createHttpTransport({
      fetch: (...args) => fetch(...args),
      tokens: session,
      scheduler: browser.scheduler,
    });
  } catch {
    return undefined;
  }
}
