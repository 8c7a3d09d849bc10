import { derivedId } from '#shared/ids';
import { serverDeviceId } from '#shared/stamp';

/**
 * The device a writer without an outbox counts as: one per person for their requests over REST, and the server's
 * own for its commands. Ten characters [0-9a-z] from the hash of the person's id.
 */
export function writerDeviceId(userId: string | undefined): string {
  if (userId === undefined) return serverDeviceId;
  const hex = derivedId('writer', userId).replaceAll('-', '');
  return BigInt(`0x${hex}`).toString(36).padStart(10, '0').slice(-10);
}
