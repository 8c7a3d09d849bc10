import { createHash } from 'node:crypto';
import type { Change } from '#shared/push-message';

const digestLength = 16;

/** A short digest of what a batch changes, for where the changes themselves are not kept. */
export function digestOf(changes: readonly Change[]): string {
  const digest = createHash('sha256').update(JSON.stringify(changes)).digest('base64url');
  return digest.slice(0, digestLength);
}
