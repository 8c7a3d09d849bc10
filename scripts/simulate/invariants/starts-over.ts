import type { Invariant } from './replayed-log.ts';

/**
 * [R10] A device takes a server for restored only if one was. All it has would be fetched once more, its device id and numbers
 * given up, and everything offered again, for a word that rested on what some replica had not read yet (R4).
 */
export const startsOverForAReason: Invariant = ({ counts }) => {
  const times = counts.get('rebuild.epoch_changed') ?? 0;
  if (times === 0 || counts.has('restored')) return [];
  return [`devices took the server for restored ${times} times, and it never was`];
};
