import { type Invariant, logOf } from './replayed-log.ts';

/** [R2] [R11] Whatever a tab held at a whole checkpoint is the state at that entry: never a part of a commit. */
export const wholeCommits: Invariant = (history) =>
  history.samples.flatMap(({ epoch, wholeSeq, rowsHash, metaHash, device, tab }) => {
    const at = `${device} ${tab} at ${epoch}/${wholeSeq}`;
    const entry = logOf(history, epoch)[wholeSeq - 1];
    if (entry === undefined) return [`${at}: there is no such entry`];
    if (rowsHash !== entry.hash) return [`${at}: its documents are not those of the entry`];
    return metaHash === entry.hash ? [] : [`${at}: its hash is not that of its documents`];
  });

/** [R2] What a device stands at never falls, but for a rebuild. */
export const monotonicReads: Invariant = (history) => {
  const last = new Map<string, number>();
  return history.samples.flatMap(({ device, epoch, generation, wholeSeq }) => {
    const run = `${device} ${epoch} ${generation}`;
    const before = last.get(run) ?? 0;
    last.set(run, wholeSeq);
    return wholeSeq >= before ? [] : [`${device} fell from ${before} to ${wholeSeq}`];
  });
};

/** Read-your-writes: right after an edit the screen shows it, or a value that came after it. */
export const ownReads: Invariant = (history) =>
  history.ownReads
    .filter(({ isShown }) => !isShown)
    .map(({ device, stamp }) => `${device} does not show its own ${stamp}`);

/** [R11] No device ever finds other documents than the server's: a rebuild would hide what went wrong. */
export const hashNeverDiffers: Invariant = ({ counts }) =>
  ['page.hash_differs', 'event.hash_differs'].flatMap((name) => {
    const times = counts.get(name) ?? 0;
    return times === 0 ? [] : [`${name} ${times} times`];
  });
