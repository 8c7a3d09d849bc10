import { applyChange } from '#shared/apply-change';
import type { AnyDocument } from '#shared/kind-definition';
import type { Change } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';

/** Who wrote what is not saved, and when it counts as written. */
export interface UnsavedBy {
  changes: readonly Change[];
  userId: string;
  /** Where new things go. */
  workspaceId: string;
  deviceId: () => string;
  /** An instant. */
  now: string;
}

/** The documents as they would be if what no disk has taken were saved: whoever exports now takes it along. */
export function withUnsaved(
  documents: readonly AnyDocument[],
  { changes, userId, workspaceId, deviceId, now }: UnsavedBy,
): AnyDocument[] {
  if (changes.length === 0) return [...documents];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const stamp = formatStamp({ ms: Date.parse(now), counter: 0, deviceId: deviceId() });
  for (const change of changes) {
    const document = byId.get(change.id);
    const context = { workspaceId, userId, stamp, createdAt: now };
    const applied = applyChange({ document, change, context });
    if (applied.name === 'changed') byId.set(change.id, applied.document);
  }
  return [...byId.values()];
}
