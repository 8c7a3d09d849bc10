import type {
  AnyBulkWriteOperation,
  BulkWriteOptions,
  BulkWriteResult,
  ClientSession,
  Collection,
  CreateIndexesOptions,
  DeleteResult,
  Document,
  Filter,
  FindOptions,
  IndexSpecification,
  OptionalUnlessRequiredId,
  UpdateFilter,
  UpdateOptions,
  UpdateResult,
  WithId,
} from 'mongodb';
import type { CausalClock } from './causal-clock.ts';

/** Records as they are asked for: all at once, or one by one for as long as somebody wants them. */
export interface Found<T> extends AsyncIterable<T> {
  toArray(): Promise<T[]>;
}

/** A read that only a primary answers whom a majority follows at that moment. */
export interface LinearizableOptions {
  readConcern: { level: 'linearizable' };
  /** Without a bound it would wait for a majority for ever, milliseconds. */
  maxTimeMS: number;
}

/** A collection of the driver whose every operation is bound to what this process has seen before (see `CausalClock`). */
export class CausalCollection<T extends Document> {
  readonly #collection: Collection<T>;
  readonly #clock: CausalClock;

  constructor(collection: Collection<T>, clock: CausalClock) {
    this.#collection = collection;
    this.#clock = clock;
  }

  get collectionName(): string {
    return this.#collection.collectionName;
  }

  findOne(filter: Filter<T>, options: FindOptions = {}): Promise<WithId<T> | null> {
    return this.#clock.run((session) => this.#collection.findOne(filter, { ...options, session }));
  }

  findOneProven(filter: Filter<T>, options: LinearizableOptions): Promise<WithId<T> | null> {
    return this.#clock.runUnbound((session) =>
      this.#collection.findOne(filter, { ...options, session }),
    );
  }

  find(filter: Filter<T>, options: FindOptions = {}): Found<WithId<T>> {
    return {
      toArray: () =>
        this.#clock.run((session) =>
          this.#collection.find(filter, { ...options, session }).toArray(),
        ),
      [Symbol.asyncIterator]: () => this.#each(filter, options),
    };
  }

  /** `options`: a linearizable read, or the index of a majority's; left out: a majority's. */
  aggregate<R extends Document>(
    pipeline: Document[],
    options?: LinearizableOptions | { hint: Document },
  ): Promise<R[]> {
    const ask = (session: ClientSession) =>
      this.#collection.aggregate<R>(pipeline, { ...options, session }).toArray();
    const isProven = options !== undefined && 'readConcern' in options;
    return isProven ? this.#clock.runUnbound(ask) : this.#clock.run(ask);
  }

  async insertOne(record: OptionalUnlessRequiredId<T>): Promise<void> {
    await this.#clock.run((session) => this.#collection.insertOne(record, { session }));
  }

  async insertMany(
    records: OptionalUnlessRequiredId<T>[],
    options: BulkWriteOptions,
  ): Promise<void> {
    await this.#clock.run((session) =>
      this.#collection.insertMany(records, { ...options, session }),
    );
  }

  updateOne(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options: UpdateOptions = {},
  ): Promise<UpdateResult<T>> {
    return this.#clock.run((session) =>
      this.#collection.updateOne(filter, update, { ...options, session }),
    );
  }

  deleteOne(filter: Filter<T>): Promise<DeleteResult> {
    return this.#clock.run((session) => this.#collection.deleteOne(filter, { session }));
  }

  deleteMany(filter: Filter<T>): Promise<DeleteResult> {
    return this.#clock.run((session) => this.#collection.deleteMany(filter, { session }));
  }

  bulkWrite(
    operations: AnyBulkWriteOperation<T>[],
    options: BulkWriteOptions,
  ): Promise<BulkWriteResult> {
    return this.#clock.run((session) =>
      this.#collection.bulkWrite(operations, { ...options, session }),
    );
  }

  async createIndex(keys: IndexSpecification, options: CreateIndexesOptions = {}): Promise<void> {
    await this.#clock.run((session) => this.#collection.createIndex(keys, { ...options, session }));
  }

  async *#each(filter: Filter<T>, options: FindOptions): AsyncGenerator<WithId<T>> {
    const session = this.#clock.begin();
    const cursor = this.#collection.find(filter, { ...options, session });
    let hasFailed = false;
    try {
      for (;;) {
        const record = await cursor.next().catch((error: unknown) => {
          hasFailed = true;
          throw error;
        });
        if (record === null) return;
        yield record;
      }
    } finally {
      // Also when it is left early: what was answered until then was seen.
      await cursor.close();
      await (hasFailed ? session.endSession() : this.#clock.end(session));
    }
  }
}
