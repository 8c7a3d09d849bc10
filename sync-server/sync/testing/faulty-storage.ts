import { unreachable } from '#shared/unreachable';
import type { AppendOutcome, Storage, StoredEntry } from '../../storage/port.ts';

/** What happens to the next appends, in order; none left: they go through. */
export type Fault =
  /** The answer is lost, the entry is there. */
  | 'wrote-unknown'
  /** No answer, and nothing was written. */
  | 'lost-unknown'
  /** No answer; the entry arrives just before the next append does. */
  | 'late-unknown'
  | 'full'
  | 'throws';

/** A storage whose appends fail as told. */
export interface FaultyStorage extends Storage {
  faults: Fault[];
}

/** Wraps a storage; everything but `append` works as before. */
export function makeFaulty(storage: Storage): FaultyStorage {
  const faults: Fault[] = [];
  let late: readonly StoredEntry[] = [];

  async function append(entries: readonly StoredEntry[]): Promise<AppendOutcome[]> {
    if (late.length > 0) await storage.changeLog.append(late);
    late = [];
    const fault = faults.shift();
    switch (fault) {
      case undefined:
        return storage.changeLog.append(entries);
      case 'wrote-unknown':
        await storage.changeLog.append(entries);
        return entries.map(() => 'unknown');
      case 'late-unknown':
        late = entries;
        return entries.map(() => 'unknown');
      case 'lost-unknown':
        return entries.map(() => 'unknown');
      case 'full':
        return entries.map(() => 'full');
      case 'throws':
        throw new Error('the cable was cut');
      default:
        return unreachable(fault);
    }
  }

  return { ...storage, faults, changeLog: { ...storage.changeLog, append } };
}
