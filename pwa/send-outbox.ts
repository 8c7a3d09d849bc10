import { leaderLock, refreshLock } from '#shared/background-sync';
import { protocolVersion } from '#shared/protocol-version';
import { asSent, countReadable } from '#shared/travelling-batch';
import { type DatabasePorts, isRecord, readWaiting, type WaitingOutbox } from './outbox-reader.ts';

const requestTimeoutMs = 20_000;
/** Another tab renews, and takes too long: it is frozen. */
const refreshTurnMs = 5_000;

/** What sending without a page works with. */
export interface Courier extends DatabasePorts {
  userId: string;
  /** Whether it is still the person whose changes may be sent: they may sign out meanwhile. */
  isStillOwner: () => Promise<boolean>;
  locks: Pick<LockManager, 'request'>;
  fetch: typeof fetch;
}

/**
 * What came of it. `led`: a tab leads, or has taken the lead meanwhile. `sent`: everything that the server takes is there, or
 * what is not needs a page. `later`: the server could not be reached or asks for patience.
 */
export type SendOutcome = 'led' | 'sent' | 'later';

/**
 * Sends what waits in the databases of a person while no tab does. It is a courier and no second engine: it holds the lock
 * of the leading tab, pushes the very batches that a page would push, and writes nothing. The next page sends them again
 * or finds them in its first pull, and the server knows them by number and stamp (R3).
 */
export async function sendOutbox(courier: Courier): Promise<SendOutcome> {
  const robbed = new AbortController();
  try {
    return await courier.locks.request(
      leaderLock(courier.userId),
      { ifAvailable: true },
      async (lock) => {
        if (lock === null) return 'led';
        return sendAll(courier, robbed.signal).catch((): SendOutcome => 'later');
      },
    );
  } catch {
    // A page that has just started does not wait for long.
    robbed.abort();
    return 'led';
  }
}

async function sendAll(courier: Courier, robbed: AbortSignal): Promise<SendOutcome> {
  const names = await workspacesOf(courier);
  let token: string | undefined;
  let outcome: SendOutcome = 'sent';
  for (const { name, workspaceId } of names) {
    let after = 0;
    for (;;) {
      const waiting = await readWaiting(courier, { name, workspaceId, after });
      const batches = waiting?.batches.slice(0, countReadable(waiting.batches)) ?? [];
      if (waiting === undefined || batches.length === 0) break;
      if (!(await courier.isStillOwner())) return 'sent';
      // Not before it is needed: each renewal uses up a cookie.
      const access: Access = token === undefined ? await renew(courier, robbed) : { token };
      if (!('token' in access)) return access.outcome;
      token = access.token;
      const pushed = await push(courier, { token, robbed, waiting: { ...waiting, batches } });
      if (pushed === 'later') outcome = 'later';
      if (typeof pushed === 'string' || pushed.n <= after) break;
      after = pushed.n;
    }
  }
  return outcome;
}

async function workspacesOf({ indexedDB, userId }: Courier) {
  const prefix = `taskflow.${userId}.`;
  const all = await indexedDB.databases();
  return all.flatMap(({ name = '' }) => {
    const workspaceId = name.slice(prefix.length);
    return name.startsWith(prefix) && /^[0-9a-f-]{36}$/.test(workspaceId)
      ? [{ name, workspaceId }]
      : [];
  });
}

type Access = { token: string } | { outcome: SendOutcome };

/** A token of this person, and of nobody else who has signed in since (R12). */
async function renew({ locks, fetch, userId }: Courier, robbed: AbortSignal): Promise<Access> {
  const turn = AbortSignal.timeout(refreshTurnMs);
  const ask = () =>
    fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-taskflow': '1' },
      body: '{}',
      ...sameForAll(robbed),
    });
  try {
    const answer = await locks.request(refreshLock, { signal: turn }, ask);
    if (answer.status === 429 || answer.status >= 500) return { outcome: 'later' };
    const body: unknown = answer.ok ? await answer.json() : undefined;
    if (!isRecord(body) || !isRecord(body['user'])) return { outcome: 'sent' };
    const { accessToken, user } = body;
    const isOwner = user['id'] === userId && typeof accessToken === 'string';
    return isOwner ? { token: accessToken } : { outcome: 'sent' };
  } catch {
    return { outcome: 'later' };
  }
}

/** The number up to which the server has answered; `stopped` where only a page knows what to do about its answer. */
async function push(
  { fetch }: Courier,
  of: { token: string; robbed: AbortSignal; waiting: WaitingOutbox },
): Promise<{ n: number } | 'later' | 'stopped'> {
  const { waiting, token, robbed } = of;
  const body = JSON.stringify({ ...waiting, batches: waiting.batches.map(asSent) });
  try {
    const answer = await fetch('/api/sync/push', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-taskflow-protocol': String(protocolVersion),
      },
      body,
      ...sameForAll(robbed),
    });
    if (answer.status === 429 || answer.status >= 500) return 'later';
    const results = answer.ok ? readResults(await answer.json()) : [];
    const isTaken = results.length > 0 && results.every(({ outcome }) => outcome !== 'forked');
    return isTaken ? { n: Math.max(...results.map(({ n }) => n)) } : 'stopped';
  } catch {
    return 'later';
  }
}

function readResults(body: unknown): { n: number; outcome: unknown }[] {
  const results: unknown = isRecord(body) ? body['results'] : undefined;
  if (!Array.isArray(results)) return [];
  return results.flatMap((result: unknown) =>
    isRecord(result) && typeof result['n'] === 'number'
      ? [{ n: result['n'], outcome: result['outcome'] }]
      : [],
  );
}

function sameForAll(robbed: AbortSignal): RequestInit {
  return {
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.any([robbed, AbortSignal.timeout(requestTimeoutMs)]),
  };
}
