import { type MovingParts, shownBy } from './app-writing.ts';
import { finishMoves } from './finish-moves.ts';

/** `finishMoves` over the workspaces that are open, once what became of them is shown. */
export async function finishOpenMoves(of: MovingParts): Promise<void> {
  const { spaces } = of;
  const metas = spaces.map(({ meta }) => meta());
  const now = JSON.stringify(
    metas.map(({ deviceId, settledN, moves }) => [deviceId, settledN, moves]),
  );
  // While nothing is settled there is nothing to do for a move that waits, whatever else is written.
  if (now === of.seen) return;
  const databases = spaces.map(({ database }) => database);
  await finishMoves({ ...of, databases });
  of.seen = now;
  for (const space of spaces) await shownBy(space);
}
