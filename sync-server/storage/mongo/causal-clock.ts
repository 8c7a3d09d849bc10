import {
  type ClientSession,
  type ClusterTime,
  MongoBulkWriteError,
  type MongoClient,
  MongoError,
  MongoServerError,
  type Timestamp,
} from 'mongodb';

/** What MongoDB answers to a linearizable read that names a time. */
const invalidOptions = 72;

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

  /**
   * The same for an operation that may not name a time, as a linearizable read: it is up to date by itself. It is tried twice,
   * each time in a new session: the driver's own second try would name the time that the first answer had.
   */
  async runUnbound<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    const attempt = () => {
      const session = this.#client.startSession({ causalConsistency: true });
      return this.#settle(session, work(session));
    };
    return attempt().catch((error: unknown) => {
      if (!isWorthRetrying(error)) throw error;
      return attempt();
    });
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
      await (hasReachedMajority(error) ? this.end(session) : session.endSession());
      throw error;
    }
  }
}

/** Part of a bulk met duplicates, and a majority has the rest. */
function hasReachedMajority(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const { insertedCount, modifiedCount, upsertedCount } = error.result;
  const isWritten = insertedCount + modifiedCount + upsertedCount > 0;
  return isWritten && error.result.getWriteConcernError() === undefined;
}

/** An election, a lost connection, or the driver's own second try that named a time. */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  const isRefused = error instanceof MongoServerError && error.code === invalidOptions;
  return isRefused || error.hasErrorLabel('RetryableReadError');
}

function isLater(time: Timestamp, than: Timestamp | undefined): boolean {
  return than === undefined || time.greaterThan(than);
}
