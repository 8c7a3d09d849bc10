import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAuthRequests } from '#client/session/auth-requests.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { problemSchema } from '#shared/api-error';
import { newDeviceId } from '#shared/new-ids';
import type { StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { protocolVersion } from '#shared/protocol-version';
import { type PullAnswer, pullAnswerSchema } from '#shared/pull-message';
import { type Change, pushAnswerSchema } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import type { ChaosRecord } from './chaos-record.ts';
import type { Person } from './headless-session.ts';

/** What a push came to: its status, and the code of the problem where there was one. */
export interface PushVerdict {
  status: number;
  code: string | undefined;
}

/** The whole workspace as a fresh device gets it. */
export interface FreshPull {
  epoch: string;
  head: number;
  hash: string;
  documents: StoredForm[];
}

interface Answer {
  status: number;
  body: unknown;
}

const requestTimeoutMs = 10_000;
const askAgainAfterMs = 300;

/**
 * A client without disk or patience, written against docs/protocol.md: it asks one thing and says what came back. What
 * it has made it also offers again until it is answered, so the history may count on it.
 */
export class BareClient {
  deviceId = newDeviceId((length) => randomBytes(length));
  #made: StoredBatch[] = [];
  readonly #person: Person;
  readonly #workspaceId: string;
  readonly #record: ChaosRecord;
  #token = '';
  #n = 0;

  constructor(of: { person: Person; workspaceId: string; record: ChaosRecord }) {
    this.#person = of.person;
    this.#workspaceId = of.workspaceId;
    this.#record = of.record;
  }

  /** Its access token. */
  get token(): string {
    return this.#token;
  }

  async signIn(url: string): Promise<void> {
    const { email, password } = this.#person;
    const requests = createAuthRequests(fetch, url);
    const answer = await requests.login({ email, password });
    if (answer.name !== 'answered') throw new Error('the bare client could not sign in');
    this.#token = answer.answer.accessToken;
  }

  /** The next batch of this client, noted as safe: whoever makes one sees to it that it is answered. */
  make(changes: Change[]): StoredBatch {
    this.#n += 1;
    const atMs = Date.now();
    const stamp = formatStamp({ ms: atMs, counter: 0, deviceId: this.deviceId });
    const batch = { n: this.#n, v: protocolVersion, stamp, changes, atMs, label: 'bare' };
    const { userId } = this.#person;
    this.#made.push(batch);
    this.#record.recorder.history.made.push({ device: 'bare client', userId, batch });
    return batch;
  }

  /** After a restore: what the log has lost, numbered anew under another device id, as an outbox does it (R10). */
  renumberLost(logged: ReadonlySet<string>): StoredBatch[] {
    this.deviceId = newDeviceId((length) => randomBytes(length));
    this.#made = this.#made
      .filter(({ stamp }) => !logged.has(stamp))
      .map((batch, index) => ({ ...batch, n: index + 1 }));
    this.#n = this.#made.length;
    return [...this.#made];
  }

  /** Offers a batch once; status 0: no answer. */
  async push(url: string, { n, v, stamp, changes }: StoredBatch): Promise<PushVerdict> {
    const request = {
      workspaceId: this.#workspaceId,
      deviceId: this.deviceId,
      batches: [{ n, v, stamp, changes }],
    };
    const answer = await this.#ask(`${url}/api/sync/push`, request);
    if (answer === undefined) return { status: 0, code: undefined };
    const pushed = parse(pushAnswerSchema, answer.body);
    if (answer.status === 200 && pushed.ok) this.#record.answered(request, pushed.value);
    const problem = parse(problemSchema, answer.body);
    this.#record.recorder.note(`push answered ${answer.status}`);
    return { status: answer.status, code: problem.ok ? problem.value.code : undefined };
  }

  /** Offers a batch until it is answered; says whether that was within `withinMs`. */
  async pushUntilAnswered(url: string, batch: StoredBatch, withinMs: number): Promise<boolean> {
    const deadlineMs = Date.now() + withinMs;
    while (Date.now() < deadlineMs) {
      const { status } = await this.push(url, batch);
      if (status === 200) return true;
      await pause(askAgainAfterMs);
    }
    return false;
  }

  /** Pulls everything; undefined where the server does not answer or not with a page. */
  async pull(url: string): Promise<FreshPull | undefined> {
    const documents = new Map<string, StoredForm>();
    for (let after = '0'; ; ) {
      const page = await this.#page(url, after);
      if (page === undefined) return undefined;
      for (const document of page.documents) documents.set(document.id, document);
      if (page.done) {
        const { epoch, head, hash } = page;
        return { epoch, head, hash, documents: [...documents.values()] };
      }
      after = page.next;
    }
  }

  async #page(url: string, after: string): Promise<PullAnswer | undefined> {
    const query = new URLSearchParams({
      workspace: this.#workspaceId,
      after,
      from: '0',
      limit: String(limits.pullMaxDocuments),
      device: this.deviceId,
    });
    const answer = await this.#ask(`${url}/api/sync/pull?${query}`);
    const page = parse(pullAnswerSchema, answer?.body);
    return page.ok ? page.value : undefined;
  }

  /** Asks, and once more with a new token where the old one has run out. */
  async #ask(url: string, body?: unknown): Promise<Answer | undefined> {
    const answer = await this.#askOnce(url, body);
    if (answer?.status !== 401) return answer;
    const isSignedIn = await this.signIn(new URL(url).origin).then(
      () => true,
      () => false,
    );
    return isSignedIn ? this.#askOnce(url, body) : answer;
  }

  async #askOnce(url: string, body?: unknown): Promise<Answer | undefined> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'x-taskflow-protocol': String(protocolVersion),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      const answer = await fetch(url, {
        headers,
        signal: AbortSignal.timeout(requestTimeoutMs),
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    } catch {
      // A server that is gone or frozen: that is an answer too, and the caller's to judge.
      return undefined;
    }
  }
}
