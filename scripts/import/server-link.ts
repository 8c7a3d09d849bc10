import { setTimeout as pauseFor } from 'node:timers/promises';
import * as z from 'zod/mini';
import { problemSchema } from '#shared/api-error';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import { isPurged } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { type PullAnswer, pullAnswerSchema } from '#shared/pull-message';
import { type PushAnswer, type PushRequest, pushAnswerSchema } from '#shared/push-message';

const sessionSchema = z.object({ accessToken: z.string() });
const workspacesSchema = z.object({
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), personal: z.boolean() })),
});

/** A workspace as the server lists it. */
export type ListedWorkspace = z.infer<typeof workspacesSchema>['workspaces'][number];

/** A whole workspace as it is on the server, and how far the asking device's batches got. */
export interface Snapshot {
  documents: Map<string, AnyDocument>;
  /** What has only a tombstone left (R7). */
  purgedIds: Set<string>;
  epoch: string;
  lastN: number;
}

/** A running server, seen by a signed-in person. Throws Error with a sentence for people when it says no. */
export interface ServerLink {
  workspaces: () => Promise<ListedWorkspace[]>;
  pullAll: (of: { workspaceId: string; deviceId: string }) => Promise<Snapshot>;
  push: (request: PushRequest) => Promise<PushAnswer>;
}

/** Waits between the attempts of a request that nobody answered: a push may be repeated, it commits once (R3). */
const retryDelaysMs = [250, 1_000, 3_000, 8_000, 15_000];

/** Whether a TaskFlow server answers at an address. */
export async function isServerUp(server: string): Promise<boolean> {
  try {
    const answer = await fetch(`${server}/healthz`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Signs in. The session is renewed by signing in again when it expires under a long import. */
export async function connectServer(of: {
  server: string;
  email: string;
  password: string;
}): Promise<ServerLink> {
  const { server, email, password } = of;
  const signIn = async () => {
    const request = { method: 'POST', path: '/api/auth/login', body: { email, password } };
    return sessionSchema.parse(await send(server, request)).accessToken;
  };
  let token = await signIn();
  const ask = async (request: ApiRequest): Promise<unknown> => {
    try {
      return await send(server, { ...request, token });
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error;
      token = await signIn();
      return send(server, { ...request, token });
    }
  };
  return {
    workspaces: async () => {
      const answer = await ask({ method: 'GET', path: '/api/workspaces' });
      return workspacesSchema.parse(answer).workspaces;
    },
    pullAll: (workspace) => pullAll(ask, workspace),
    push: async (body) => {
      const answer = await ask({ method: 'POST', path: '/api/sync/push', body });
      return pushAnswerSchema.parse(answer);
    },
  };
}

/** The server answered, and its answer is no. */
export class RefusedError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RefusedError';
    this.status = status;
  }
}

interface ApiRequest {
  method: string;
  path: string;
  body?: unknown;
  token?: string;
}

async function pullAll(
  ask: (request: ApiRequest) => Promise<unknown>,
  of: { workspaceId: string; deviceId: string },
): Promise<Snapshot> {
  const kept = { documents: new Map<string, AnyDocument>(), purgedIds: new Set<string>() };
  let after = '0';
  for (;;) {
    const query = new URLSearchParams({
      workspace: of.workspaceId,
      after,
      limit: String(limits.pullMaxDocuments),
      device: of.deviceId,
    });
    const page: PullAnswer = pullAnswerSchema.parse(
      await ask({ method: 'GET', path: `/api/sync/pull?${query}` }),
    );
    for (const document of page.documents) keep(kept, document);
    if (page.done) return { ...kept, epoch: page.epoch, lastN: page.lastN };
    after = page.next;
  }
}

function keep(
  { documents, purgedIds }: Pick<Snapshot, 'documents' | 'purgedIds'>,
  document: StoredForm,
): void {
  if (isPurged(document)) {
    documents.delete(document.id);
    purgedIds.add(document.id);
  } else {
    documents.set(document.id, document);
  }
}

async function send(server: string, request: ApiRequest): Promise<unknown> {
  for (const delayMs of retryDelaysMs) {
    const answer = await attempt(server, request);
    if (answer !== undefined) return answer;
    await pauseFor(delayMs);
  }
  const answer = await attempt(server, request);
  if (answer !== undefined) return answer;
  throw new Error(`${server} does not answer; run the command again to go on where it stopped.`);
}

/** The parsed answer; undefined when it is worth another attempt. */
async function attempt(server: string, request: ApiRequest): Promise<unknown> {
  const { method, path, body, token } = request;
  const answer = await fetch(`${server}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  }).catch(() => undefined);
  if (answer === undefined || answer.status === 503 || answer.status === 429) return undefined;
  const text = await answer.text().catch(() => undefined);
  if (text === undefined) return undefined;
  if (answer.ok) return JSON.parse(text);
  throw new RefusedError(answer.status, problemText(answer.status, text));
}

function problemText(status: number, text: string): string {
  try {
    const problem = problemSchema.parse(JSON.parse(text));
    return `${problem.title} (${problem.code})`;
  } catch {
    return `The server answered ${status} without saying why; is this a TaskFlow server?`;
  }
}
