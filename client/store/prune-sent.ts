import { limits } from '#shared/limits';
import type { LocalTables } from './local-tables.ts';

/**
 * Forgets batches that were settled more than 7 days ago; until then a restored server can be given them again. The
 * last 1,000 stay all the same: a clock that jumps forward, here or on the server it is corrected by, ends no week.
 * So do those of moves that are not at their end.
 */
export async function pruneSent(
  { sent }: LocalTables,
  { nowMs, moves = [] }: { nowMs: number; moves?: readonly { key: string }[] | undefined },
): Promise<void> {
  const old = sent.where('settledAtMs').below(nowMs - limits.sentKeptMs);
  if ((await old.count()) === 0) return;
  const kept = await sent.orderBy('position').reverse().limit(limits.sentKeptMin).primaryKeys();
  const oldestKept = kept.at(-1) ?? 0;
  const isMoving = (key: string | undefined) => moves.some((move) => move.key === key);
  await old.filter((row) => row.position < oldestKept && !isMoving(row.batch.action)).delete();
}
