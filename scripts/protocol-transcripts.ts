import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from '#server/build-server';
import { readConfig } from '#server/config';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import type { Storage } from '#server/storage/port';
import { nodeTimers } from '#server/timers';
import { recordSituations } from './transcripts/situations.ts';

/**
 * Records the ten named situations of docs/protocol.md from a real server with a fixed clock and random numbers, so
 * that the document is the same on every machine; a test compares it with the one in docs.
 */
export async function protocolTranscripts(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-transcripts-'));
  const verdict = readConfig({ DATA_DIR: dataDir, RATE_REGISTER: '0', RATE_LOGIN: '0' });
  if (!verdict.ok) throw new Error(verdict.problems.join('\n'));
  const embedded = await openEmbeddedStorage({ dataDir });
  const staged = stageStorage(embedded);
  const clock = { nowMs: Date.parse('2026-11-22T09:30:00.000Z') };
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const server = createServer({
    config: verdict.config,
    secrets: { jwtSecret: 'j'.repeat(48), refreshSecret: 'r'.repeat(48) },
    storage: staged.storage,
    clock: () => clock.nowMs,
    random: countingRandom(),
    timers: nodeTimers,
    log,
    passwordCost: { memoryKiB: 1024, passes: 2 },
  });
  await new Promise<void>((resolve) => server.httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = server.httpServer.address() as AddressInfo;
  try {
    return await recordSituations({ url: `http://127.0.0.1:${port}`, clock, ...staged });
  } finally {
    server.httpServer.closeAllConnections();
    await server.close();
    await embedded.close();
    await rm(dataDir, { recursive: true });
  }
}

/** A storage whose purge horizon can be set, as a purge would. */
function stageStorage(storage: Storage) {
  const stage = { horizon: 0 };
  const staged: Storage = {
    changeLog: storage.changeLog,
    documentView: {
      ...storage.documentView,
      state: async (workspaceId) => {
        return { ...(await storage.documentView.state(workspaceId)), horizon: stage.horizon };
      },
    },
    directory: storage.directory,
    searchIndex: storage.searchIndex,
    notices: storage.notices,
    ping: () => storage.ping(),
    close: () => storage.close(),
  };
  return { stage, storage: staged };
}

/** Bytes from a counter through SHA-256: as good as random for ids, and the same every time. */
function countingRandom(): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    count += 1;
    return createHash('sha256').update(`transcripts ${count}`).digest().subarray(0, length);
  };
}

function ignore(): void {
  // The transcripts show what a client sees; the log of the server is not part of it.
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = new URL('../docs/protocol-transcripts.md', import.meta.url);
  await writeFile(path, await protocolTranscripts());
  console.log('docs/protocol-transcripts.md was recorded anew');
}
