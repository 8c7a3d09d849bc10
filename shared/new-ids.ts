import { v7 } from 'uuid';
import type { RandomBytes } from './ids.ts';

/** A new document id: UUIDv7 of the given time (ms) and 16 random bytes; ids made later sort later. */
export function newDocumentId({ nowMs, random }: { nowMs: number; random: RandomBytes }): string {
  return v7({ msecs: nowMs, random: random(16) });
}

/** A new device id: 10 characters [0-9a-z] from injected random bytes. */
export function newDeviceId(random: RandomBytes): string {
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from(random(10), (byte) => alphabet[byte % 36]).join('');
}
