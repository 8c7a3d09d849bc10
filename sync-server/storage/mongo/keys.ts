/** The key of an entry; sorts as its seq does, up to 999,999,999,999. */
export function entryKey(workspaceId: string, seq: number): string {
  return `${workspaceId}/${String(seq).padStart(12, '0')}`;
}

/** The workspace in the key of an entry. */
export function workspaceOfEntryKey(key: string): string {
  return key.slice(0, -13);
}

/** The key of something in a workspace, or of a workspace under a user. */
export function keyUnder(ownerId: string, id: string): string {
  return `${ownerId}/${id}`;
}

/** All keys under an owner. Queries carry it besides what they look for, so that they stay on one shard. */
export function keysUnder(ownerId: string): { $gt: string; $lt: string } {
  // '0' is the character after '/'.
  return { $gt: `${ownerId}/`, $lt: `${ownerId}0` };
}
