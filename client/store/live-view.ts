import type { BulkWriteRow, MangoQuery, RxDocumentData } from 'rxdb';
import { distinctUntilChanged, finalize, map, type Observable, shareReplay } from 'rxjs';
import type { AnyDocument } from '#shared/kind-definition';
import type { LiveQuery } from './app-store.ts';
import { openViewCollections, type ViewCollection } from './view-collections.ts';

/** The view that a tab reads: what is shown of all open workspaces. */
export interface LiveView {
  /** Shows documents (undefined: no longer there). Live queries emit after it. Unknown kinds are not shown (R13). */
  show(shown: readonly ShownDocument[]): Promise<void>;
  current: (id: string) => AnyDocument | undefined;
  /** All documents of a kind as shown now, in no order. */
  documents(kind: string): AnyDocument[];
  /** A live query; equal queries give the same observable, rows that did not change stay the same objects. */
  live(query: LiveQuery): Observable<readonly AnyDocument[]>;
  /** What a query would answer now, by looking at each document of the kind, in the order of their ids. */
  answer(query: LiveQuery): readonly AnyDocument[];
  close(): Promise<void>;
}

/** What is shown under an id from now on. */
export type ShownDocument = readonly [id: string, document: AnyDocument | undefined];

type ViewRow = RxDocumentData<AnyDocument>;

/** A document in the view, and the row that RxDB holds for it; a removed one stays as a deleted row. */
interface Held {
  document: AnyDocument;
  row: ViewRow;
}

/** Opens an empty view; `name` must be unlike that of any other open view. */
export async function openLiveView({ name }: { name: string }): Promise<LiveView> {
  const { database, byKind } = await openViewCollections(name);
  const { heldById, heldByKind, keep } = createHeld();

  function writeOf([id, document]: ShownDocument): BulkWriteRow<AnyDocument> | undefined {
    const held = heldById.get(id);
    const shown = document ?? held?.document;
    if (shown === undefined || !byKind.has(shown.kind)) return undefined;
    const isDeleted = document === undefined;
    if (held?.document === shown && held.row._deleted === isDeleted) return undefined;
    const row = viewRow(shown, { previous: held?.row, isDeleted });
    keep(id, { document: shown, row });
    return held === undefined ? { document: row } : { document: row, previous: held.row };
  }

  /** The very object that was shown, so that memo works; a row that was replaced meanwhile is about to be emitted. */
  function documentOf(row: ViewRow): AnyDocument {
    const held = heldById.get(row.id);
    return held?.row === row ? held.document : row;
  }

  const live = createQueryCache((query) =>
    find(byKind, query).pipe(
      map((rows) => rows.map(documentOf)),
      distinctUntilChanged(sameRows),
    ),
  );
  return {
    async show(shown) {
      const writesByKind = new Map<string, BulkWriteRow<AnyDocument>[]>();
      for (const document of shown) {
        const write = writeOf(document);
        if (write === undefined) continue;
        const { kind } = write.document;
        const writes = writesByKind.get(kind);
        if (writes === undefined) writesByKind.set(kind, [write]);
        else writes.push(write);
      }
      for (const [kind, rows] of writesByKind) await byKind.get(kind)?.fill(rows);
    },
    current(id) {
      const held = heldById.get(id);
      return held === undefined || held.row._deleted ? undefined : held.document;
    },
    documents: (kind) => documentsOf(heldByKind.get(kind)?.values() ?? []),
    live,
    answer: (query) => answerOf(findIn(byKind, query), heldByKind.get(query.kind)?.values() ?? []),
    async close() {
      await database.close();
    },
  };
}

/** What the view holds, by id and by kind. */
function createHeld() {
  const heldById = new Map<string, Held>();
  const heldByKind = new Map<string, Map<string, Held>>();
  const keep = (id: string, held: Held): void => {
    heldById.set(id, held);
    const { kind } = held.document;
    const ofKind = heldByKind.get(kind) ?? new Map<string, Held>();
    heldByKind.set(kind, ofKind.set(id, held));
  };
  return { heldById, heldByKind, keep };
}

function documentsOf(all: Iterable<Held>): AnyDocument[] {
  const found: AnyDocument[] = [];
  for (const { document, row } of all) if (!row._deleted) found.push(document);
  return found;
}

function answerOf(
  query: { doesDocumentDataMatch(row: ViewRow): boolean },
  all: Iterable<Held>,
): AnyDocument[] {
  const found = [...all].filter(({ row }) => query.doesDocumentDataMatch(row));
  return documentsOf(found).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function viewRow(
  document: AnyDocument,
  { previous, isDeleted }: { previous: ViewRow | undefined; isDeleted: boolean },
): ViewRow {
  const height = previous === undefined ? 1 : Number.parseInt(previous._rev, 10) + 1;
  return {
    ...document,
    _deleted: isDeleted,
    _attachments: {},
    _meta: { lwt: height },
    _rev: `${height}-view`,
  };
}

function find(
  byKind: ReadonlyMap<string, ViewCollection>,
  query: LiveQuery,
): Observable<readonly ViewRow[]> {
  return findIn(byKind, query).$.pipe(map((found) => found.map(({ _data }) => _data)));
}

function findIn(byKind: ReadonlyMap<string, ViewCollection>, query: LiveQuery) {
  const view = byKind.get(query.kind);
  if (view === undefined) throw new Error(`The live view has no kind ${query.kind}`);
  const mango: MangoQuery<AnyDocument> = {
    selector: { ...query.selector, kind: query.kind },
    // Equal keys are sorted by id, the same on every device.
    sort: [...(query.sort ?? []), { id: 'asc' }],
    ...(query.limit === undefined ? {} : { limit: query.limit }),
  };
  return view.collection.find(mango);
}

/** One observable per query for as long as anybody listens, whichever literal it was asked with. */
function createQueryCache(
  open: (query: LiveQuery) => Observable<readonly AnyDocument[]>,
): (query: LiveQuery) => Observable<readonly AnyDocument[]> {
  const opened = new Map<string, Observable<readonly AnyDocument[]>>();
  return (query) => {
    const key = JSON.stringify(query);
    const known = opened.get(key);
    if (known !== undefined) return known;
    const shared: Observable<readonly AnyDocument[]> = open(query).pipe(
      finalize(() => {
        if (opened.get(key) === shared) opened.delete(key);
      }),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    opened.set(key, shared);
    return shared;
  };
}

function sameRows(a: readonly AnyDocument[], b: readonly AnyDocument[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
