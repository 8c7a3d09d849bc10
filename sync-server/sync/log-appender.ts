import type { AppendOutcome, ChangeLog, StoredEntry } from '../storage/port.ts';

/** Appends one entry; entries of other workspaces that are ready at the same moment share the bulk. */
export type AppendEntry = (entry: StoredEntry) => Promise<AppendOutcome>;

/**
 * Gathers the entries of all workspaces into one unordered bulk each turn of the event loop (design §5). The
 * per-workspace queues see to it that at most one entry of a workspace is under way.
 */
export function createLogAppender(changeLog: ChangeLog): AppendEntry {
  let waiting: { entry: StoredEntry; answer: (outcome: AppendOutcome) => void }[] = [];
  let isScheduled = false;

  async function flush(): Promise<void> {
    isScheduled = false;
    const bulk = waiting;
    waiting = [];
    let outcomes: AppendOutcome[];
    try {
      outcomes = await changeLog.append(bulk.map(({ entry }) => entry));
    } catch {
      // The port promises not to throw; if it does, nobody knows what was written, which is what `unknown` says.
      outcomes = bulk.map(() => 'unknown');
    }
    for (const [index, { answer }] of bulk.entries()) answer(outcomes[index] ?? 'unknown');
  }

  return (entry) => {
    return new Promise((answer) => {
      waiting.push({ entry, answer });
      if (isScheduled) return;
      isScheduled = true;
      queueMicrotask(() => void flush());
    });
  };
}
