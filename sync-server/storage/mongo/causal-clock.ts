import type { ClientSession, ClusterTime, MongoClient, Timestamp } from 'mongodb';

/**
 * How far the database had come when it last answered this process. What is read by majority never rolls back, but a
 * primary just elected may not know yet how far the majority is, and would read as of before. With the time of the last
 * answer it waits until it knows (causal consistency), so that no read goes back behind what was read or written before.
 */
export class CausalClock {
  readonly #client: Pick<MongoClient, 'startSession'>;
  #operationTime: Timestamp | undefined;
  #clusterTime: ClusterTime | undefined;

  constructor(client: Pick<MongoClient, 'startSession'>) {
    this.#client = client;
  }

  /** Runs one operation, or some one after another, in a session that begins where the last one ended. */
  run<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = this.begin();
    return this.#settle(session, work(session));
  }

  /** The same for an operation that may not name a time, as a linearizable read: it is up to date by itself. */
  runUnbound<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = this.#client.startSession({ causalConsistency: true });
    return this.#settle(session, work(session));
  }

  /** A session for whoever ends it with `end`; its operations may not run side by side. */
  begin(): ClientSession {
    const session = this.#client.startSession({ causalConsistency: true });
    if (this.#clusterTime !== undefined) session.advanceClusterTime(this.#clusterTime);
    if (this.#operationTime !== undefined) session.advanceOperationTime(this.#operationTime);
    return session;
  }

  /** Ends a session whose operations were all answered: what they saw, nobody goes back behind. */
  async end(session: ClientSession): Promise<void> {
    const { operationTime, clusterTime } = session;
    if (operationTime !== undefined && isLater(operationTime, this.#operationTime)) {
      this.#operationTime = operationTime;
      this.#clusterTime = clusterTime ?? this.#clusterTime;
    }
    await session.endSession();
  }

  async #settle<T>(session: ClientSession, answer: Promise<T>): Promise<T> {
    try {
      const answered = await answer;
      await this.end(session);
      return answered;
    } catch (error) {
      // A failed write may name a time that no majority reached; waiting for that could take for ever.
      await session.endSession();
      throw error;
    }
  }
}

function isLater(time: Timestamp, than: Timestamp | undefined): boolean {
  return than === undefined || time.greaterThan(than);
}
