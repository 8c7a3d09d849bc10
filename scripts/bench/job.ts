/** What is measured: bare floors, and TaskFlow on each of its databases. Each is a whole process of its own. */
export const targetNames = [
  'bare-socket-io',
  'bare-ws',
  'bare-mongo',
  'taskflow-embedded',
  'taskflow-mongo',
] as const;

/** See `targetNames`. */
export type TargetName = (typeof targetNames)[number];

/** Where a target is reached; `mongoUrl` is there for what speaks to the database itself. */
export interface Target {
  name: TargetName;
  url: string;
  mongoUrl: string;
}

/** What a client process does to its target; one file of `drives/` each. */
export type DriveName =
  | 'upload'
  | 'download'
  | 'edits'
  | 'fan-out'
  | 'writers'
  | 'idle'
  | 'offline-edits';

/** How much of it; each drive reads what concerns it. */
export interface Amounts {
  tasks: number;
  edits: number;
  receivers: number;
  writers: number;
  connections: number;
}

/** One measurement: a client process does `drive` to `target` and reports its measures. */
export interface Job {
  drive: DriveName;
  target: Target;
  amounts: Amounts;
}

/** Measures by name, with the unit in the name: `perSecond`, `p50Ms`, `p99Ms`, `bytesPerConnection`, `lost`. */
export type Measures = Readonly<Record<string, number>>;

/** What a drive may ask for while it runs. */
export interface Probe {
  /** Resident memory of the server in bytes, after a full garbage collection. */
  serverMemory(): Promise<number>;
  /** The measured part begins or ends: a profile of the server covers just this. */
  mark(part: 'begin' | 'end'): Promise<void>;
}
