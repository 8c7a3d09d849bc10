import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { BareClient } from './bare-client.ts';
import type { FullDisk } from './chaos-record.ts';

/** More than one page of a pull: whoever reads meanwhile reads what the view could not take. */
const maxPushes = 40;
const notesLength = 40_000;
const recoverWithinMs = 20_000;

/**
 * Fills the disk under a running server, asks for more than is left, reads, and makes room again. Devices go on with
 * their own edits all the while; this client says what a push is answered. `isRoomKept`: the write-ahead log has grown
 * before and keeps its room, so that for some time the log takes what the view no longer can.
 */
export async function fillDisk(of: {
  fill: () => void;
  free: () => void;
  url: string;
  client: BareClient;
  keepFullMs: number;
  isRoomKept: boolean;
}): Promise<FullDisk> {
  const { url, client, isRoomKept } = of;
  of.fill();
  try {
    const { refusals, refused } = await pushUntilRefused(of);
    await pause(of.keepFullMs);
    const didReadsGoOn = (await client.pull(url)) !== undefined;
    of.free();
    const answered = await Promise.all(
      refused.map((batch) => client.pushUntilAnswered(url, batch, recoverWithinMs)),
    );
    return { isRoomKept, refusals, didReadsGoOn, didRecover: answered.every(Boolean) };
  } finally {
    of.free();
  }
}

/** Each batch is large, so that the room that was kept is soon used up; the one that was refused is sent again later. */
async function pushUntilRefused(of: { url: string; client: BareClient; fill: () => void }) {
  const notes = 'no room '.repeat(notesLength / 8);
  for (let asked = 0; asked < maxPushes; asked += 1) {
    // What a checkpoint of the database has freed is taken as well.
    of.fill();
    const batch: StoredBatch = of.client.make([
      { kind: 'task', id: v7(), create: { title: 'Needs room', notes } },
    ]);
    const { status, code } = await of.client.push(of.url, batch);
    if (status !== 200) return { refusals: [`${status} ${code ?? ''}`.trim()], refused: [batch] };
  }
  return { refusals: [], refused: [] };
}
