/** The version that this build speaks and stamps on its batches (`v`). */
export const protocolVersion = 2;

/** The oldest version the server still accepts; older clients get 426 and keep their outbox (R13). */
export const oldestProtocolVersion = 1;

/**
 * Every version ever shipped, with the SHA-256 over its wire schemas. A test computes the hash of today's schemas:
 * a message cannot change unnoticed, it needs a new line here and a test with a client of the line before.
 */
export const protocolHistory: readonly ProtocolRelease[] = [
  {
    version: 1,
    since: '2026-11-22',
    schemaHash: 'fbb2e1d699d7976b340fc7e0de0fb689472030158c32dd99879bc4f330bd3bf9',
    change: 'First version.',
  },
  {
    version: 2,
    since: '2026-11-28',
    schemaHash: '908af36f41ad74ee50ac95a7153bc1eea09ad145c26286f849d9a3bda9bb9afd',
    change: 'The kinds `comment` and `saved-filter`, and the event `workspaces`.',
  },
];

/** One line of the history. */
export interface ProtocolRelease {
  version: number;
  since: string;
  schemaHash: string;
  change: string;
}
