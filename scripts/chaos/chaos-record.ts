import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { SilentEnd } from '#scripts/chaos/link-connection';
import { createRecorder, type Recorder } from '#scripts/simulate/history';
import type { PushRequest, PushAnswer } from '#shared/push-message';

/** One outcome that a server answered, and the batch it spoke of. */
export interface AnsweredBatch {
  deviceId: string;
  epoch: string;
  n: number;
  stamp: string;
  outcome: 'committed' | 'refused' | 'forked';
  seq: number;
}

/** A database that was found on a device at the end, and whose documents lie in it. */
export interface HeldDatabase {
  device: string;
  userId: string;
  workspaceId: string;
  /** Workspaces named by the documents inside. */
  documentsOf: readonly string[];
}

/** What became of a server that was started on a damaged copy of the data. */
export interface DamagedCopy {
  name: string;
  outcome: 'refused' | 'served';
  /** What was wrong with what it served, or with how it refused. */
  problems: readonly string[];
  /** The entries that it held. */
  entries: readonly { seq: number; commitId: string; hash: string }[];
}

/** How a server ended that was asked to, in the middle of work. */
export interface GracefulStop {
  code: number | null;
  tookMs: number;
}

/** One time without space on the server's disk. */
export interface FullDisk {
  /** The log may have had enough room in what it had kept from before. */
  isRoomKept: boolean;
  /** Status and code of a push that asked for more space than there was. */
  refusals: readonly string[];
  didReadsGoOn: boolean;
  didRecover: boolean;
}

/** A task written on a device without room. */
export interface FullDevice {
  device: string;
  /** The page said that it was not saved. */
  isTold: boolean;
  /** Trying again, once there was room, was all it took. */
  isSavedLater: boolean;
}

/** What a real run knows beyond the history of the simulator. */
export interface ChaosFacts {
  answered: AnsweredBatch[];
  databases: HeldDatabase[];
  /** Workspaces that a person may read, by user id. */
  readable: Map<string, ReadonlySet<string>>;
  copies: DamagedCopy[];
  stops: GracefulStop[];
  fullDisks: FullDisk[];
  fullDevices: FullDevice[];
  silentEnds: SilentEnd[];
  /** After each fault: how long until a push was answered; undefined: it was not, within what is allowed. */
  resumptions: { fault: string; tookMs: number | undefined }[];
  /** Sockets that read nothing while a megabyte was written for them. */
  slowReaders: { wasCut: boolean }[];
  /** Memory of every server after the load has ended, MiB. */
  serverMemoryMib: Map<string, number>;
  /** Titles that a page has shown as saved, by device. */
  painted: { device: string; title: string }[];
  /** Faults that this machine cannot do, by name. */
  skipped: Set<string>;
}

/** How an operation of a client or a fault begins, and its three ends; `info`: nobody knows the outcome. */
export type OpType = 'invoke' | 'ok' | 'fail' | 'info';

/** The history of a real run while it is written. */
export interface ChaosRecord {
  /** The folder of the run: its operations, and whatever else explains a failure. */
  readonly folder: string;
  readonly recorder: Recorder;
  readonly facts: ChaosFacts;
  /** Writes one line of `operations.ndjson`. */
  op(type: OpType, what: string, detail?: Readonly<Record<string, unknown>>): void;
  /** Writes, counts and prints a fault. */
  fault(name: string, detail: string): void;
  /** Says once that this machine cannot do a fault; it is not counted. */
  skip(name: string, why: string): void;
  /** What each batch of an answered push came to. */
  answered(request: PushRequest, answer: PushAnswer): void;
  /** A number that no edit of this run had before. */
  nextMark(): number;
  /** Resolves when all operations are in the file. */
  close(): Promise<void>;
}

/** Begins the record of a run; `print` shows faults as they happen. */
export function openChaosRecord(of: {
  seed: number;
  folder: string;
  print: (line: string) => void;
}): ChaosRecord {
  const startMs = Date.now();
  const now = () => Date.now();
  const recorder = createRecorder({ seed: of.seed, now, startMs, keepsTrace: false });
  const file = createWriteStream(join(of.folder, 'operations.ndjson'));
  const facts = emptyFacts();
  let mark = 0;
  const op: ChaosRecord['op'] = (type, what, detail = {}) => {
    file.write(`${JSON.stringify({ atMs: now() - startMs, type, what, ...detail })}\n`);
  };
  return {
    folder: of.folder,
    recorder,
    facts,
    op,
    fault(name, detail) {
      recorder.note(`fault ${name}`, detail);
      op('info', `fault ${name}`, { detail });
      of.print(`${((now() - startMs) / 1000).toFixed(1).padStart(7)} s  ${name}: ${detail}`);
    },
    skip(name, why) {
      if (!facts.skipped.has(name)) of.print(`skipped: ${name}, ${why}`);
      facts.skipped.add(name);
    },
    answered({ deviceId, batches }, { epoch, results }) {
      for (const [index, { n, outcome, seq }] of results.entries()) {
        const stamp = batches[index]?.stamp ?? '';
        facts.answered.push({ deviceId, epoch, n, stamp, outcome, seq });
      }
    },
    nextMark() {
      mark += 1;
      return mark;
    },
    close: () => new Promise((resolve) => file.end(() => resolve())),
  };
}

function emptyFacts(): ChaosFacts {
  return {
    answered: [],
    databases: [],
    readable: new Map(),
    copies: [],
    stops: [],
    fullDisks: [],
    fullDevices: [],
    silentEnds: [],
    resumptions: [],
    slowReaders: [],
    serverMemoryMib: new Map(),
    painted: [],
    skipped: new Set(),
  };
}
