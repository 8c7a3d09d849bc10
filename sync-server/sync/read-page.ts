import { ApiError } from '#shared/api-error';
import type { StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { type Checkpoint, formatCheckpoint, type RefusedBatch } from '#shared/pull-message';
import type { LogHead, ScanRange, Storage, StoredDocument, StoredEntry } from '../storage/port.ts';
import { countAll } from './count-batches.ts';
import { type CounterState, decodeCounter, ownerOf } from './device-counter.ts';
import { decodeBody } from './log-entry.ts';
import type { PageCache } from './page-cache.ts';
import type { ViewApplier } from './view-applier.ts';

/** What a device asks for; the session and the membership have been checked. */
export interface PageRequest {
  workspaceId: string;
  userId: string;
  /** Epoch of the workspace on this server. */
  epoch: string;
  after: Checkpoint;
  /** Last whole seq of the device, 0 when fresh or rebuilding (R10). */
  from: number;
  limit: number;
  deviceId: string | undefined;
}

/** What the last page lays over the view; a longer tail is applied first. */
const tailEntries = 2_000;
/** Room for one entry more than a page takes, so that a read which stops early has shown that the tail is too long. */
const tailMaxBytes = limits.pullPageMaxBytes + limits.entryMaxBytes;
const maxAttempts = 5;

/** A page, or why it has to be read again: the tail is too long to send, or log and view moved while being read. */
type Attempt = { name: 'page'; json: string } | { name: 'long-tail' } | { name: 'moved' };

/** `any`: the view cannot take the tail, so that a page has to. */
type TailAllowed = 'short' | 'any';

/** What pages are read from. */
export interface ReadPageParts {
  storage: Storage;
  applier: Pick<ViewApplier, 'applyAll'>;
  cache: PageCache;
}

/**
 * One page of a pull as JSON text (design §5). A full page below the view's watermark goes out as it is; otherwise
 * it is the last one: every log entry after the watermark is laid over it, so that the answer is the exact state at
 * the newest entry, and pulling never waits for the view nor shows half a commit (R2, B3).
 * Throws ApiError `checkpoint_expired`, `epoch_changed`, `device_taken`.
 */
export async function readPage(parts: ReadPageParts, request: PageRequest): Promise<string> {
  let tailAllowed: TailAllowed = 'short';
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const tried = await tryPage(parts, { request, tailAllowed });
    if (tried.name === 'page') return tried.json;
    if (tried.name === 'long-tail' && !(await hasApplied(parts, request))) tailAllowed = 'any';
  }
  throw new ApiError('busy', { retryAfterSeconds: 1 });
}

/** Applies a long tail; false where the disk has no room for it: reads go on without, by larger pages. */
async function hasApplied({ applier }: ReadPageParts, request: PageRequest): Promise<boolean> {
  try {
    await applier.applyAll(request.workspaceId);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'storage_full') return false;
    throw error;
  }
}

async function tryPage(
  { storage, cache }: ReadPageParts,
  { request, tailAllowed }: { request: PageRequest; tailAllowed: TailAllowed },
): Promise<Attempt> {
  const { workspaceId, after, from, limit } = request;
  const view = await storage.documentView.state(workspaceId);
  refuseExpired(from, view.horizon);
  const cacheKey = cacheKeyOf(request, view.applied);
  const cached = cache.get(cacheKey);
  if (cached !== undefined) return { name: 'page', json: cached };
  const range = { workspaceId, upTo: view.applied, maxBytes: limits.pullPageMaxBytes };
  const rows = await storage.documentView.scan({
    ...range,
    afterSeq: after.seq,
    afterId: after.id,
    limit,
  });
  if (await isFull(storage, { rows, range, limit })) {
    // The horizon is raised before the first tombstone goes, so a page read past it may lack one (B12).
    refuseExpired(from, (await storage.documentView.state(workspaceId)).horizon);
    const json = fullPage(request, rows);
    cache.set(cacheKey, json);
    return { name: 'page', json };
  }
  const tail = await readTail(storage, { workspaceId, after: view.applied });
  if (isLong(tail)) {
    if (tailAllowed === 'short') return { name: 'long-tail' };
    // A tail cut short is the exact state at an older entry: behind, never wrong. It must bring the device on, though.
    await readOn(storage, { workspaceId, tail, past: Math.max(after.seq, from) });
  }
  refuseExpired(from, (await storage.documentView.state(workspaceId)).horizon);
  const head = tail.at(-1) ?? { seq: view.applied, hash: view.hash };
  if (head.seq < Math.max(after.seq, from)) {
    await refuseOtherLog(storage, request);
    return { name: 'moved' };
  }
  return lastPage(storage, { request, rows, tail, head });
}

function readTail(
  { changeLog }: Storage,
  { workspaceId, after }: { workspaceId: string; after: number },
): Promise<StoredEntry[]> {
  return changeLog.read({ workspaceId, after, limit: tailEntries, maxBytes: tailMaxBytes });
}

/** Lengthens a tail that was cut short until it passes the place where a device stands, or ends with the log. */
async function readOn(
  storage: Storage,
  of: { workspaceId: string; tail: StoredEntry[]; past: number },
): Promise<void> {
  const { workspaceId, tail, past } = of;
  for (;;) {
    const after = tail.at(-1)?.seq ?? 0;
    if (after > past) return;
    const more = await readTail(storage, { workspaceId, after });
    if (more.length === 0) return;
    tail.push(...more);
  }
}

/** A full page is the same for everybody who asks from one place while the view stands at one watermark. */
function cacheKeyOf({ workspaceId, epoch, after, limit }: PageRequest, applied: number): string {
  return [workspaceId, epoch, applied, formatCheckpoint(after), limit].join(' ');
}

function refuseExpired(from: number, horizon: number): void {
  if (from > 0 && from < horizon) throw new ApiError('checkpoint_expired');
}

/** Whether more of the view lies behind these rows: a scan ends by bytes as well as by count. */
async function isFull(
  { documentView }: Storage,
  of: {
    rows: readonly StoredDocument[];
    range: Pick<ScanRange, 'workspaceId' | 'upTo' | 'maxBytes'>;
    limit: number;
  },
): Promise<boolean> {
  const last = of.rows.at(-1);
  if (last === undefined) return false;
  if (of.rows.length >= of.limit) return true;
  const rest = { ...of.range, afterSeq: last.seq, afterId: last.id, limit: 1 };
  return (await documentView.scan(rest)).length > 0;
}

function isLong(tail: readonly StoredEntry[]): boolean {
  let bytes = 0;
  for (const { body } of tail) bytes += Buffer.byteLength(body);
  return tail.length >= tailEntries || bytes > limits.pullPageMaxBytes;
}

function fullPage({ epoch }: PageRequest, rows: readonly StoredDocument[]): string {
  const last = rows.at(-1);
  const next = last === undefined ? '0' : formatCheckpoint(last);
  const documents = rows.map(({ json }) => json).join(',');
  return `{"epoch":${JSON.stringify(epoch)},"next":"${next}","done":false,"documents":[${documents}]}`;
}

/**
 * For a device that stands past the head as it was read. If the log does not reach it, the read is repeated so that no
 * deposed primary can answer; only then is this another log than the one the device knows (B13).
 */
async function refuseOtherLog(
  { changeLog }: Storage,
  { workspaceId, after, from }: PageRequest,
): Promise<void> {
  const proven = await changeLog.heads({ workspaceIds: [workspaceId], linearizable: true });
  const head = proven.get(workspaceId)?.seq ?? 0;
  if (head < Math.max(after.seq, from)) {
    throw new ApiError('epoch_changed', { members: { head } });
  }
}

async function lastPage(
  storage: Storage,
  of: {
    request: PageRequest;
    rows: readonly StoredDocument[];
    tail: readonly StoredEntry[];
    head: Pick<LogHead, 'seq' | 'hash'>;
  },
): Promise<Attempt> {
  const { request, rows, tail, head } = of;
  const bodies = tail.map((entry) => ({ seq: entry.seq, ...decodeBody(entry) }));
  const wholeSeq = request.after.id === undefined ? request.after.seq : 0;
  const late = new Map<string, StoredForm>();
  for (const { documents } of bodies) {
    // The device holds the state of a whole checkpoint; entries up to it are read for their numbers only.
    for (const document of documents) {
      if (document.seq > wholeSeq) late.set(document.id, document);
    }
  }
  const documents = [
    ...rows.filter(({ id }) => !late.has(id)).map(({ json }) => json),
    ...[...late.values()].map((document) => JSON.stringify(document)),
  ];
  const counters = await storage.documentView.readCounters({
    workspaceId: request.workspaceId,
    deviceIds: request.deviceId === undefined ? [] : [request.deviceId],
  });
  // An applier came past the head since the tail was read: this `lastN` would settle what the page does not hold (B2).
  if (counters.some(({ seq }) => seq > head.seq)) return { name: 'moved' };
  const counterByDevice = new Map(counters.map((row) => [row.deviceId, decodeCounter(row)]));
  for (const { batches, seq } of bodies) countAll(counterByDevice, batches, seq);
  const own = ownCounter(counterByDevice, request);
  const end = {
    epoch: request.epoch,
    next: formatCheckpoint({ seq: head.seq }),
    done: true,
    head: head.seq,
    hash: head.hash,
    lastN: own?.n ?? 0,
    ...lastStamp(own),
    refused: refusedSince(own, request.from),
  };
  const json = `${JSON.stringify(end).slice(0, -1)},"documents":[${documents.join(',')}]}`;
  return { name: 'page', json };
}

function ownCounter(
  counters: ReadonlyMap<string, CounterState>,
  { deviceId, userId }: PageRequest,
): CounterState | undefined {
  const own = deviceId === undefined ? undefined : counters.get(deviceId);
  if ((ownerOf(own) ?? userId) !== userId) throw new ApiError('device_taken');
  return own;
}

/** The counter keeps at least the outcome of its last batch. */
function lastStamp(counter: CounterState | undefined): { lastStamp?: string } {
  const stamp = counter?.recent.at(-1)?.stamp;
  return stamp === undefined ? {} : { lastStamp: stamp };
}

/** Everything refused after the device's last whole checkpoint: it settled what came before (B2). */
function refusedSince(counter: CounterState | undefined, from: number): RefusedBatch[] {
  return (counter?.refused ?? [])
    .filter(({ seq }) => seq > from)
    .map(({ n, seq, code, pointer }) => {
      return { n, seq, code: code ?? 'invalid', ...(pointer === undefined ? {} : { pointer }) };
    });
}
