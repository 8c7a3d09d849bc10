import { emptyHeadHash, formatHash, type HeadHash, replaceInHash } from '#shared/head-hash';
import type { StoredForm } from '#shared/kind-definition';
import { type Invariant, logOf } from './replayed-log.ts';

/** [R2] [R11] Entries are numbered without gaps, each on the one before it, and each carries the hash after it. */
export const gaplessLog: Invariant = (history) =>
  [...history.logs.keys()].flatMap((epoch) => {
    const problems: string[] = [];
    const documents = new Map<string, StoredForm>();
    let hash: HeadHash = emptyHeadHash;
    let before = { commitId: '', atMs: 0 };
    for (const [index, entry] of logOf(history, epoch).entries()) {
      const at = `${epoch}/${entry.seq}`;
      if (entry.seq !== index + 1) problems.push(`${at} stands at ${index + 1}`);
      if (entry.prevCommitId !== before.commitId) problems.push(`${at} is not on its base`);
      if (entry.atMs < before.atMs) problems.push(`${at} is earlier than the one before`);
      for (const next of entry.documents) {
        hash = replaceInHash(hash, { previous: documents.get(next.id), next });
        documents.set(next.id, next);
      }
      if (entry.hash !== formatHash(hash))
        problems.push(`${at} has another hash than its documents`);
      before = entry;
    }
    return problems;
  });
