import { expect, test } from 'vitest';
import type { Storage } from '../storage/port.ts';
import { blankLog } from './blank-log.ts';

test('[R7] a workspace of which 150,000 documents were purged is blanked too', async () => {
  const tombstones = new Map(Array.from({ length: 150_000 }, (_, at) => [`id${at}`, at + 1]));
  const breathe = async () => undefined;
  const storage = { changeLog: { read: async () => [] } } as unknown as Storage;
  await expect(
    blankLog(storage, { workspaceId: 'w', tombstones, breathe }),
  ).resolves.toBeUndefined();
});
