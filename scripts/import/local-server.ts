import { randomBytes } from 'node:crypto';
import { createServer } from '#server/build-server';
import { readConfig } from '#server/config';
import { createLog } from '#server/log';
import { loadSessionSecrets } from '#server/session-secrets';
import { openEmbeddedStorage } from '#server/storage/embedded/open-embedded-storage';
import { nodeTimers } from '#server/timers';

/** A server of this process, for as long as one command runs. */
export interface LocalServer {
  url: string;
  close: () => Promise<void>;
}

/**
 * Opens DATA_DIR when no server runs: the same server, on a free port of this machine, so that there is one way to
 * write. Throws Error with a sentence for people when another process holds the directory, or the data is in MongoDB.
 */
export async function startLocalServer(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<LocalServer> {
  const verdict = readConfig({ ...environment, LOG_LEVEL: 'silent' });
  if (!verdict.ok) throw new Error(verdict.problems.join('\n'));
  const { config } = verdict;
  if (config.mongodbUrl !== undefined) {
    throw new Error('The data is in MongoDB: start the server (npm start) and run this again.');
  }
  const random = (length: number) => randomBytes(length);
  const storage = await openEmbeddedStorage({ dataDir: config.dataDir });
  const secrets = loadSessionSecrets({ given: config, dataDir: config.dataDir, random });
  const log = createLog('silent');
  const parts = { config, secrets, storage, clock: Date.now, random, timers: nodeTimers, log };
  const server = createServer(parts);
  const { httpServer } = server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const address = httpServer.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      httpServer.closeIdleConnections();
      await server.close();
      await storage.close();
    },
  };
}
