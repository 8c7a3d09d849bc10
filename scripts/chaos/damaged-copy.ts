import { cp, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyHistory } from '#scripts/simulate/history';
import { gaplessLog } from '#scripts/simulate/invariants/gapless-log';
import { sameEverywhere } from '#scripts/simulate/invariants/same-everywhere';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import type { BareClient, FreshPull } from './bare-client.ts';
import type { DamagedCopy } from './chaos-record.ts';
import { createEmbeddedServer } from './embedded-server.ts';
import { readServer } from './read-server.ts';

/** Which write-ahead log is damaged, and how; `share` of its last bytes, 0 to 1, says where. */
export interface Damage {
  file: 'log.db-wal' | 'view.db-wal';
  how: 'cut' | 'flip';
  share: number;
}

/** What is damaged lies within so many bytes of the end: what a torn write leaves. */
const tornBytes = 64 * 1024;

/** Copies the data of a server that has just died, and damages the copy; the original stays as it is. */
export async function copyDamaged(of: {
  dataDir: string;
  target: string;
  damage: Damage;
}): Promise<void> {
  await mkdir(of.target, { recursive: true });
  await cp(of.dataDir, of.target, { recursive: true });
  const path = join(of.target, of.damage.file);
  const { size } = await stat(path);
  const back = 1 + Math.floor(of.damage.share * (Math.min(size, tornBytes) - 1));
  if (size === 0) return;
  const file = await open(path, 'r+');
  if (of.damage.how === 'cut') await file.truncate(size - back);
  else await flip(file, size - back);
  await file.sync();
  await file.close();
}

async function flip(file: Awaited<ReturnType<typeof open>>, position: number): Promise<void> {
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ 0xff;
  await file.write(byte, 0, 1, position);
}

/** Starts a server on a damaged copy and judges what it does; the copy is deleted unless something was wrong with it. */
export async function judgeDamaged(of: {
  name: string;
  target: string;
  program: readonly string[];
  client: BareClient;
  workspaceId: string;
}): Promise<DamagedCopy> {
  const { name, target, program } = of;
  const enter = (command: readonly string[]) => [...command];
  const server = await createEmbeddedServer({ dataDir: target, enter, program });
  try {
    await server.start();
  } catch (error) {
    // It must say why; a server that hangs or dies of an exception nobody caught has not refused.
    const isRefusal = /is damaged|is missing/.test(String(error));
    const problems = isRefusal ? [] : [`it did not say why it does not start: ${String(error)}`];
    return { name, outcome: 'refused', problems, entries: [] };
  }
  const pulled = await of.client.pull(server.url);
  await server.stop();
  const verdict = await judgeServed({ ...of, pulled });
  if (verdict.problems.length === 0) await rm(target, { recursive: true, force: true });
  return verdict;
}

async function judgeServed(of: {
  name: string;
  target: string;
  workspaceId: string;
  pulled: FreshPull | undefined;
}): Promise<DamagedCopy> {
  const storage = await openEmbeddedStorage({ dataDir: of.target });
  try {
    const { log, server } = await readServer(storage, of.workspaceId);
    const history = emptyHistory(0);
    history.logs.set(server.epoch, log);
    history.server = server;
    if (of.pulled !== undefined) {
      const { epoch, head, hash, documents } = of.pulled;
      const kept = { outbox: [], sent: [], refused: [] };
      const fresh = {
        device: 'a fresh device',
        userId: '',
        epoch,
        wholeSeq: head,
        hash,
        documents,
      };
      history.devices.push({ ...fresh, ...kept });
    }
    const problems = [
      ...(of.pulled === undefined ? ['it serves, but not what a fresh device asks for'] : []),
      ...gaplessLog(history),
      ...sameEverywhere(history),
    ];
    const entries = log.map(({ seq, commitId, hash }) => ({ seq, commitId, hash }));
    return { name: of.name, outcome: 'served', problems, entries };
  } finally {
    await storage.close();
  }
}
