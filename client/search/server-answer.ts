import type { FoundTask } from '#shared/found-task-message';
import type { ServerSearchAnswer } from '#shared/search-message';

/**
 * Why the server gave no answer: it cannot be reached, it asks for patience (429, 5xx), it does not know the person any
 * more, or it would not take the question.
 */
export type WhyNot = 'away' | 'busy' | 'signedOut' | 'refused';

/** A question that was not answered; `retryAfterMs` is how long the server asked to be left alone. */
export interface ServerFailure {
  name: 'failed';
  why: WhyNot;
  retryAfterMs?: number | undefined;
}

/** An answer; or `missing`: the workspace or the task is not there for this person. */
export type ServerAnswer<T> = { name: 'answered'; answer: T } | { name: 'missing' } | ServerFailure;

/** What is asked of one workspace; `before` undefined: its first page. */
export interface WorkspaceQuestion {
  workspaceId: string;
  query: string;
  includesTrash: boolean;
  before: string | undefined;
  signal: AbortSignal;
}

/** The server as the search sees it; nothing here ever rejects. */
export interface SearchServer {
  search(question: WorkspaceQuestion): Promise<ServerAnswer<ServerSearchAnswer>>;
  readTask(of: {
    workspaceId: string;
    taskId: string;
    signal: AbortSignal;
  }): Promise<ServerAnswer<FoundTask>>;
  /** Calls back when the network, or the person, has come back. */
  onHint(listener: () => void): () => void;
  /** A random number from 0 to 1, so that devices cut off together do not come back together. */
  random(): number;
}

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;

/**
 * How long to wait before the server is asked again, ms: from 1 s, twice as long each time, a minute at most, between half and
 * all of it by chance, and never sooner than the server asked. `attempt` counts from 0.
 */
export function askAgainAfterMs(of: {
  attempt: number;
  random: number;
  retryAfterMs: number | undefined;
}): number {
  const longestMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(of.attempt, 16));
  return Math.max(of.retryAfterMs ?? 0, Math.round(longestMs * (0.5 + of.random / 2)));
}

/** Whether asking again by itself may help. */
export function mayAskAgain(why: WhyNot): boolean {
  return why === 'away' || why === 'busy';
}
