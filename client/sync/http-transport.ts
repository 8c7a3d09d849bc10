import type * as z from 'zod/mini';
import { type FoundTask, foundTaskSchema } from '#shared/found-task-message';
import { type HistoryPage, historyPageSchema } from '#shared/history-message';
import { protocolVersion } from '#shared/protocol-version';
import { pullAnswerSchema } from '#shared/pull-message';
import { limits } from '#shared/limits';
import { pushAnswerSchema } from '#shared/push-message';
import { searchAnswerSchema, type ServerSearchAnswer } from '#shared/search-message';
import type { AccessTokens } from './access-tokens.ts';
import { answerTimeoutMs } from './answer-timeout.ts';
import { type ClockSample, clockSample } from './clock-offset.ts';
import { type ReadAnswer, readHttpAnswer } from './http-answer.ts';
import type { Scheduler } from './scheduler.ts';
import type { Outcome, PullRequest, SyncTransport } from './sync-transport.ts';
import {
  type WorkspaceList,
  workspaceListSchema,
  type WorkspaceSummary,
  workspaceSummarySchema,
} from './workspace-list.ts';

/** After this long without an answer a request counts as lost; a lost push is sent again, and committed once (R3). */
const requestTimeoutMs = 20_000;
/** An answer that has begun may take this long to its end: a full page over a slow link. */
const bodyTimeoutMs = 120_000;

/** What the transport works with. `origin` is empty in the app itself. */
export interface HttpTransportPorts {
  fetch: typeof fetch;
  tokens: AccessTokens;
  scheduler: Scheduler;
  origin?: string;
}

/** What a page of a document's history is asked for; `before` left out: the newest. */
export interface HistoryRequest {
  workspaceId: string;
  documentId: string;
  before?: number;
}

/** What is asked of the search; `before` left out: the first page. `signal` ends the request. */
export interface SearchRequest {
  workspaceId: string;
  query: string;
  includesTrash: boolean;
  limit: number;
  before: string | undefined;
  signal: AbortSignal;
}

/** Which task is read at the server; `signal` ends the request. */
export interface FoundTaskRequest {
  workspaceId: string;
  taskId: string;
  signal: AbortSignal;
}

/** The HTTP routes of sync, and those that are read beside it. */
export interface HttpTransport extends SyncTransport {
  listWorkspaces(): Promise<Outcome<WorkspaceList>>;
  /** Makes a workspace; asked again with the same `key` it is the same one. */
  createWorkspace(of: { name: string; key: string }): Promise<Outcome<WorkspaceSummary>>;
  readHistory(request: HistoryRequest): Promise<Outcome<HistoryPage>>;
  search(request: SearchRequest): Promise<Outcome<ServerSearchAnswer>>;
  readFoundTask(request: FoundTaskRequest): Promise<Outcome<FoundTask>>;
}

/** One request before it has a token. */
interface Request<S> {
  path: string;
  schema: S;
  body?: unknown;
  signal?: AbortSignal;
  /** The `Idempotency-Key`. */
  key?: string;
}

/** An answer read to its end, or what became of the request instead. */
type Fetched =
  | { name: 'read'; answer: ReadAnswer; sample: ClockSample | undefined }
  | { name: 'unreachable' };

/** Creates the transport over `fetch`. A token that the server will not take is renewed once and tried again. */
export function createHttpTransport(ports: HttpTransportPorts): HttpTransport {
  return {
    push: (request) =>
      send(ports, { path: '/api/sync/push', schema: pushAnswerSchema, body: request }),
    pull: (request) => send(ports, { path: pullPath(request), schema: pullAnswerSchema }),
    listWorkspaces: () => send(ports, { path: '/api/workspaces', schema: workspaceListSchema }),
    createWorkspace: ({ name, key }) =>
      send(ports, { path: '/api/workspaces', schema: workspaceSummarySchema, body: { name }, key }),
    readHistory: (request) =>
      send(ports, { path: historyPath(request), schema: historyPageSchema }),
    search: (request) =>
      send(ports, {
        path: searchPath(request),
        schema: searchAnswerSchema,
        signal: request.signal,
      }),
    readFoundTask: ({ workspaceId, taskId, signal }) => {
      const path = `${workspacePath(workspaceId)}/search/${encodeURIComponent(taskId)}`;
      return send(ports, { path, schema: foundTaskSchema, signal });
    },
  };
}

async function send<S extends z.core.$ZodType>(
  ports: HttpTransportPorts,
  request: Request<S>,
): Promise<Outcome<z.output<S>>> {
  const first = await sendOnce(ports, request);
  if (first.name !== 'needs-sign-in') return first;
  return sendOnce(ports, request);
}

async function sendOnce<S extends z.core.$ZodType>(
  ports: HttpTransportPorts,
  request: Request<S>,
): Promise<Outcome<z.output<S>>> {
  const access = await ports.tokens.accessToken();
  if (access.name === 'needs-sign-in') return { name: 'needs-sign-in' };
  if (access.name === 'offline') return { name: 'unreachable' };
  const fetched = await fetchAnswer(ports, { ...request, token: access.token });
  if (fetched.name === 'unreachable') return fetched;
  const outcome = readHttpAnswer(request.schema, fetched.answer);
  if (outcome.name === 'needs-sign-in') ports.tokens.reject(access.token);
  return outcome.name === 'answered' ? { ...outcome, sample: fetched.sample } : outcome;
}

async function fetchAnswer(
  { fetch, scheduler, origin = '' }: HttpTransportPorts,
  of: Pick<Request<unknown>, 'path' | 'body' | 'signal' | 'key'> & { token: string },
): Promise<Fetched> {
  const { path, body, signal } = of;
  if (signal?.aborted === true) return { name: 'unreachable' };
  const abort = new AbortController();
  const end = () => abort.abort();
  signal?.addEventListener('abort', end);
  const sentBody = body === undefined ? undefined : JSON.stringify(body);
  const timeoutMs = answerTimeoutMs(requestTimeoutMs, sentBody?.length ?? 0);
  let cancelTimeout = scheduler.after(timeoutMs, end);
  const sentMs = scheduler.now();
  try {
    const response = await fetch(origin + path, {
      method: sentBody === undefined ? 'GET' : 'POST',
      headers: headersOf(of),
      signal: abort.signal,
      // A redirect is never ours: it is the way to somebody's sign-in page.
      redirect: 'error',
      cache: 'no-store',
      ...(sentBody === undefined ? {} : { body: sentBody }),
    });
    const sample = sampleOf(response, { sentMs, receivedMs: scheduler.now() });
    cancelTimeout();
    cancelTimeout = scheduler.after(bodyTimeoutMs, end);
    return { name: 'read', sample, answer: await readToEnd(response) };
  } catch {
    return { name: 'unreachable' };
  } finally {
    cancelTimeout();
    signal?.removeEventListener('abort', end);
  }
}

async function readToEnd(response: Response): Promise<ReadAnswer> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after'),
    text: await response.text(),
  };
}

function headersOf(of: { token: string; body?: unknown; key?: string }): Record<string, string> {
  const { token, body, key } = of;
  return {
    authorization: `Bearer ${token}`,
    'x-taskflow-protocol': String(protocolVersion),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
}

function sampleOf(
  response: Response,
  times: { sentMs: number; receivedMs: number },
): ClockSample | undefined {
  const header = response.headers.get('x-taskflow-time');
  return header === null ? undefined : clockSample({ ...times, serverMs: Number(header) });
}

function pullPath({ workspaceId, after, from, epoch, deviceId }: PullRequest): string {
  const query = new URLSearchParams({
    workspace: workspaceId,
    after,
    from: String(from),
    limit: String(limits.pullMaxDocuments),
    device: deviceId,
    ...(epoch === undefined ? {} : { epoch }),
  });
  return `/api/sync/pull?${query}`;
}

function historyPath({ workspaceId, documentId, before }: HistoryRequest): string {
  const query = new URLSearchParams({
    document: documentId,
    ...(before === undefined ? {} : { before: String(before) }),
  });
  return `/api/workspaces/${workspaceId}/history?${query}`;
}

function searchPath({ workspaceId, query, includesTrash, limit, before }: SearchRequest): string {
  const params = new URLSearchParams({
    q: query,
    limit: String(limit),
    ...(includesTrash ? { trash: 'true' } : {}),
    ...(before === undefined ? {} : { before }),
  });
  return `${workspacePath(workspaceId)}/search?${params}`;
}

/** An id out of the address of the page may be anything. */
function workspacePath(workspaceId: string): string {
  return `/api/workspaces/${encodeURIComponent(workspaceId)}`;
}
