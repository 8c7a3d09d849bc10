/** A task as the floors carry it: any object with a title and the size of a real one. */
export type BenchTask = Readonly<Record<string, unknown>> & { title: string };

/** One connected client of a target. */
export interface LiveClient {
  /** Gives the shared task a new title; resolves when the server has acknowledged it. */
  edit(title: string): Promise<void>;
  /** Adds a task; resolves when the server has acknowledged it. */
  create(task: BenchTask): Promise<void>;
  close(): void;
}

/** What can be connected to. All clients see the same task. */
export interface LiveTarget {
  /** `onTitle` is called with the new title of the shared task whenever a change of it arrives. */
  connect(onTitle?: (title: string) => void): Promise<LiveClient>;
}
