import type { BulkWriteRow, RxCollection, RxDatabase, RxJsonSchema } from 'rxdb';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { documentKinds } from '#shared/document-kinds';
import type { AnyDocument } from '#shared/kind-definition';

/** The collection that holds a kind, maybe beside others: the app only queries it, `fill` is the one way to write. */
export interface ViewCollection {
  collection: RxCollection<AnyDocument>;
  /** Writes rows into memory; live queries hear of it. Rejects if `previous` is not what is held. */
  fill(rows: BulkWriteRow<AnyDocument>[]): Promise<void>;
}

/** The collections of one tab, by kind; kinds of which there are few share one. */
export interface ViewCollections {
  database: RxDatabase;
  byKind: ReadonlyMap<string, ViewCollection>;
}

/**
 * Only the key is declared. RxDB drops documents from results whose indexed fields are null, so nothing is indexed:
 * a query over 10,000 documents in memory takes milliseconds.
 */
function viewSchema(title: string): RxJsonSchema<AnyDocument> {
  return {
    title,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: { type: 'string', maxLength: 36 } },
    required: ['id'],
  };
}

/** Kinds with a collection of their own: a workspace can hold thousands of them, and views follow them live. */
const ownCollection: ReadonlySet<string> = new Set(['task', 'project', 'comment']);
const sharedCollection = 'other';

/**
 * Opens one RxDatabase in memory. RxDB's free edition allows 13 collections in a page: all open workspaces share them,
 * kinds of which there are few share one, and so there may be more kinds than that.
 * `name` must be unlike that of any other open database.
 */
export async function openViewCollections(name: string): Promise<ViewCollections> {
  // RxDB would keep closed collections for the life of the page: after sign-out nothing may stay in memory.
  const storage = { ...getRxStorageMemory(), collectionStates: new Map() };
  const database = await createRxDatabase({ name, storage, multiInstance: false });
  const collections: Record<string, RxCollection<AnyDocument>> = await database.addCollections(
    Object.fromEntries(
      [...ownCollection, sharedCollection].map((title) => [title, { schema: viewSchema(title) }]),
    ),
  );
  const byTitle = new Map(
    Object.entries(collections).map(([title, collection]) => [title, viewCollection(collection)]),
  );
  const byKind = documentKinds.flatMap(({ kind }) => {
    const view = byTitle.get(ownCollection.has(kind) ? kind : sharedCollection);
    return view === undefined ? [] : [[kind, view] as const];
  });
  return { database, byKind: new Map(byKind) };
}

/**
 * `fill` writes to the memory below RxDB's wrapper, which would copy each row, hash and lock; writes through the
 * wrapper, which is what every RxDB write of the app goes through, reject.
 */
function viewCollection(collection: RxCollection<AnyDocument>): ViewCollection {
  const { storageInstance } = collection;
  const memory = storageInstance.originalStorageInstance;
  storageInstance.bulkWrite = () =>
    Promise.reject(new Error('The live view is read-only: write through a batch'));
  return {
    collection,
    async fill(rows) {
      const { error } = await memory.bulkWrite(rows, 'live-view');
      if (error.length > 0) throw new Error('The live view lost track of what it shows');
    },
  };
}
