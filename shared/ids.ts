import { v5 } from 'uuid';

/** The namespace of every id that TaskFlow derives from a name (UUIDv5). */
export const taskflowNamespace = '6f1c0a52-5d0b-5d5e-9f0e-7a1f2c3b4d5e';

/** Random bytes as injected by the composition root: fills and returns an array of `length` bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** A UUIDv5 over a name: the same name gives the same id on every device. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return v5(parts.join('/'), taskflowNamespace);
}

/** The id of the conflict document that batch `n` of `deviceId` makes for one group of one document (R5). */
export function conflictId(of: { deviceId: string; n: number; id: string; group: string }): string {
  return derivedId('conflict', of.deviceId, of.n, of.id, of.group);
}

/** The id of the occurrence that follows a completed recurring task: one successor each (R8). */
export function nextOccurrenceId(completedTaskId: string): string {
  return derivedId('occurrence', completedTaskId);
}

/** The id of a person's member document in a workspace. */
export function memberId(of: { workspaceId: string; userId: string }): string {
  return derivedId('member', of.workspaceId, of.userId);
}
