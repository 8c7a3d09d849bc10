import { createHash } from 'node:crypto';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import type { StoredEntry } from '#server/storage/port';

/** A batch that a person was told is safe on disk. */
export interface MadeBatch {
  device: string;
  userId: string;
  batch: StoredBatch;
}

/** What a tab saw right after its own edit of one group (read-your-writes). */
export interface OwnRead {
  device: string;
  stamp: string;
  /** Whether the screen shows what was written, or a value that came after it. */
  isShown: boolean;
}

/** What one tab held at one moment, at a whole checkpoint. */
export interface Sample {
  device: string;
  tab: string;
  atMs: number;
  epoch: string;
  generation: number;
  wholeSeq: number;
  /** Head hash counted from the rows themselves. */
  rowsHash: string;
  metaHash: string;
}

/** The end of a run, read after everything was healed. */
export interface FinalDevice {
  device: string;
  userId: string;
  epoch: string | undefined;
  wholeSeq: number;
  hash: string;
  documents: readonly StoredForm[];
  /** Stamps of what waits, of what was settled, and of what was refused. */
  outbox: readonly string[];
  sent: readonly string[];
  refused: readonly string[];
}

/** What one tab shows at the end, whether it leads or follows. */
export interface FinalScreen {
  device: string;
  tab: string;
  documents: readonly AnyDocument[];
}

/** Everything of the server at the end. */
export interface FinalServer {
  epoch: string;
  view: { applied: number; hash: string; blanked: number; documents: readonly StoredForm[] };
}

/** One person's membership that ended for good, and what was left of it on a device. */
export interface Ending {
  device: string;
  userId: string;
  sealed: readonly string[];
  databasesLeft: readonly string[];
}

/** What happened in one run; rules are judged from this alone. */
export interface History {
  seed: number;
  made: MadeBatch[];
  /** Stamps of batches that a browser took away with its storage: each is in the log once, or not at all. */
  evicted: Set<string>;
  ownReads: OwnRead[];
  /** `<id> <seq>` of every document that a purge was decided on, as it stood then (R7). */
  purgeDecisions: Set<string>;
  samples: Sample[];
  /** The log of every epoch: an epoch that ended with a restore keeps what it held then. */
  logs: Map<string, readonly StoredEntry[]>;
  /** The latest that any replica's clock may have read, by commit. */
  latestClockMs: number;
  /** Things that should never happen: errors that nobody expected, work that did not end. */
  surprises: string[];
  endings: Ending[];
  /** Whose membership somebody has asked to end. */
  removedUserIds: Set<string>;
  devices: FinalDevice[];
  screens: FinalScreen[];
  /** Devices of former members that never learnt of an epoch: they keep everything and wait (R9). */
  paused: FinalDevice[];
  server: FinalServer | undefined;
  /** How often things really happened, by name. */
  counts: Map<string, number>;
}

/** A history with the two ways of writing to it that everything uses. */
export interface Recorder {
  readonly history: History;
  /** Counts something and lets it into the trace. */
  note(name: string, detail?: string): void;
  surprise(text: string): void;
  /** The hash over everything noted so far, in order: the same seed gives the same one. */
  traceHash(): string;
  /** The trace as text, kept only where asked for. */
  readonly trace: readonly string[];
}

/** Creates an empty history. */
export function createRecorder(of: {
  seed: number;
  now: () => number;
  startMs: number;
  keepsTrace: boolean;
}): Recorder {
  const hash = createHash('sha256');
  const trace: string[] = [];
  const history = emptyHistory(of.seed);
  const note = (name: string, detail = '') => {
    history.counts.set(name, (history.counts.get(name) ?? 0) + 1);
    const line = `${of.now() - of.startMs} ${name} ${detail}`;
    hash.update(`${line}\n`);
    if (of.keepsTrace) trace.push(line);
  };
  return {
    history,
    trace,
    note,
    surprise(text) {
      note('surprise', text);
      history.surprises.push(text);
    },
    traceHash: () => hash.copy().digest('hex').slice(0, 16),
  };
}

/** A history in which nothing has happened. */
export function emptyHistory(seed: number): History {
  return {
    seed,
    made: [],
    evicted: new Set(),
    ownReads: [],
    purgeDecisions: new Set(),
    samples: [],
    logs: new Map(),
    latestClockMs: 0,
    surprises: [],
    endings: [],
    removedUserIds: new Set(),
    devices: [],
    screens: [],
    paused: [],
    server: undefined,
    counts: new Map(),
  };
}
