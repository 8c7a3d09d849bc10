import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { protocolTranscripts } from './protocol-transcripts.ts';

test('[R13] the recorded transcripts are what the server says today', async () => {
  const path = new URL('../docs/protocol-transcripts.md', import.meta.url);

  const recorded = await protocolTranscripts();

  expect(recorded).toBe(await readFile(path, 'utf8'));
});
