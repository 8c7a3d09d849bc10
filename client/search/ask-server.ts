import { parse } from '#shared/parse';
import { searchAnswerSchema, type ServerHit } from '#shared/search-message';

/** What is asked of the server; `signal` ends it. */
export interface ServerQuestion {
  query: string;
  includesTrash: boolean;
  signal: AbortSignal;
}

/** What the server has to say: its hits, or that it could not be asked. */
export type ServerFound = { name: 'found'; hits: readonly ServerHit[] } | { name: 'failed' };

/** Asks the server; undefined where there is nothing to ask: this device holds everything, or has no account. */
export type AskServer = (question: ServerQuestion) => Promise<ServerFound | undefined>;

/** What asking needs of the app. */
export interface AskServerPorts {
  fetch: typeof fetch;
  isOnline: () => boolean;
  /** A bearer token, or undefined where there is none now. */
  readToken: () => Promise<string | undefined>;
  /** Workspaces of which this device may lack something. */
  readLacking: () => Promise<readonly string[]>;
}

/** Creates the question to the server: one request for each workspace of which this device may lack something. */
export function createAskServer(ports: AskServerPorts): AskServer {
  return async (question) => {
    const workspaceIds = await ports.readLacking();
    if (workspaceIds.length === 0) return undefined;
    const token = ports.isOnline() ? await ports.readToken() : undefined;
    if (token === undefined || question.signal.aborted) return { name: 'failed' };
    try {
      const asked = workspaceIds.map((id) => askWorkspace(ports, { id, token, question }));
      return { name: 'found', hits: (await Promise.all(asked)).flat() };
    } catch {
      return { name: 'failed' };
    }
  };
}

async function askWorkspace(
  ports: AskServerPorts,
  of: { id: string; token: string; question: ServerQuestion },
): Promise<ServerHit[]> {
  const { query, includesTrash, signal } = of.question;
  const params = new URLSearchParams({ q: query, ...(includesTrash ? { trash: 'true' } : {}) });
  const response = await ports.fetch(`/api/workspaces/${of.id}/search?${params}`, {
    headers: { authorization: `Bearer ${of.token}` },
    signal,
    redirect: 'error',
    cache: 'no-store',
  });
  const answer = parse(searchAnswerSchema, response.ok ? await response.json() : undefined);
  if (!answer.ok) throw new Error(`the search was answered with ${response.status}`);
  return answer.value.hits;
}
