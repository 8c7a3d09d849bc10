import { applyChange, type Loser } from '#shared/apply-change';
import { kindByName, groupByName } from '#shared/document-kinds';
import { heldStamp, heldValue } from '#shared/group-value';
import { conflictId } from '#shared/ids';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { actionFor, may, type Role } from '#shared/permissions';
import { type Batch, type Change, isCreation } from '#shared/push-message';
import { formatStamp, readStamp, serverDeviceId } from '#shared/stamp';
import { digestOf } from './changes-digest.ts';
import type { LoggedBatch, LoggedChange } from './log-entry.ts';
import { wouldBreakTree } from './tree-rule.ts';
import { parentIdOf } from './workspace-state.ts';

/** What a batch is judged against: the documents as they stand after the batches before it. */
export interface JudgeContext {
  workspaceId: string;
  userId: string;
  deviceId: string;
  /** Role of the author at this point of the log; `server` for the server's own commands. */
  role: Role | 'server';
  atMs: number;
  read(id: string): StoredForm | undefined;
  childIds(id: string): Iterable<string>;
  /** Who wrote a stamp, by the device in it; null if the server does not know. */
  authorOf(deviceId: string): string | null;
}

/** The batch as it goes into the log, and the documents it leaves behind (by id), conflicts among them. */
export interface Judged {
  logged: LoggedBatch;
  documents: ReadonlyMap<string, StoredForm>;
}

/**
 * Judges one batch: every change in order, all of them or, when it is refused, none (R4, R5, R7, R8, R9).
 * Only rights refuse here; validation did before, sizes do when the batch is encoded. A change to an unknown or purged
 * document becomes a conflict document and the rest goes on.
 */
export function judgeBatch(batch: Batch, context: JudgeContext): Judged {
  const identity = {
    deviceId: context.deviceId,
    userId: context.userId,
    n: batch.n,
    stamp: batch.stamp,
    ...(batch.action === undefined ? {} : { action: batch.action }),
  };
  const forbidden = batch.changes.findIndex((change) => !isAllowed(change, context.role));
  if (forbidden >= 0) {
    const refusal = { outcome: 'refused', code: 'forbidden' } as const;
    const pointer = `/changes/${forbidden}`;
    const digest = digestOf(batch.changes);
    return {
      logged: { ...identity, ...refusal, digest, changes: [], pointer },
      documents: new Map(),
    };
  }
  const effects = applyAll(batch, context);
  const logged: LoggedBatch = {
    ...identity,
    outcome: 'committed',
    ...(effects.dropped.length === 0 ? {} : { dropped: effects.dropped }),
    changes: effects.changes,
  };
  return { logged, documents: effects.documents };
}

interface Effects {
  documents: Map<string, StoredForm>;
  changes: LoggedChange[];
  dropped: number[];
}

function applyAll(batch: Batch, context: JudgeContext): Effects {
  const effects: Effects = { documents: new Map(), changes: [], dropped: [] };
  const read = (id: string) => effects.documents.get(id) ?? context.read(id);
  const movedUnder = new Map<string, string[]>();
  const childIds = (id: string) => {
    const ids = new Set([...context.childIds(id), ...(movedUnder.get(id) ?? [])]);
    return [...ids].filter((childId) => parentIdOf(read(childId)) === id);
  };
  const createdAt = new Date(context.atMs).toISOString();
  for (const [index, change] of batch.changes.entries()) {
    const before = read(change.id);
    const applied = applyChange({
      document: before,
      change,
      context: {
        workspaceId: context.workspaceId,
        userId: context.userId,
        stamp: batch.stamp,
        deviceId: context.deviceId,
        createdAt,
        ceilingMs: context.atMs,
        breaksTree: (document, place) => {
          return wouldBreakTree({ document, place, read, childIds });
        },
      },
    });
    if (applied.name === 'changed') {
      effects.documents.set(change.id, applied.document);
      const parentId = parentIdOf(applied.document);
      if (parentId !== null) {
        movedUnder.set(parentId, [...(movedUnder.get(parentId) ?? []), change.id]);
      }
    }
    if (applied.name === 'dropped') effects.dropped.push(index);
    const loser = applied.name === 'dropped' ? undefined : applied.loser;
    if (loser !== undefined) keepLoser(effects, { loser, batch, context, createdAt });
    const logged = loggedChange(change, before, { name: applied.name, loser });
    effects.changes.push(logged);
  }
  return effects;
}

function keepLoser(
  effects: Effects,
  of: { loser: Loser; batch: Batch; context: JudgeContext; createdAt: string },
): void {
  const { loser, batch, context, createdAt } = of;
  const id = conflictId({
    deviceId: context.deviceId,
    n: batch.n,
    id: loser.documentId,
    group: loser.group,
  });
  const authorOf = (stamp: string) => {
    return stamp === '' ? null : context.authorOf(readStamp(stamp).deviceId);
  };
  const isIncoming = loser.lost === 'incoming';
  const stamp = formatStamp({ ms: context.atMs, counter: 0, deviceId: serverDeviceId });
  effects.documents.set(id, {
    ...kindByName('conflict')?.defaults,
    documentKind: loser.documentKind,
    documentId: loser.documentId,
    group: loser.group,
    value: loser.value,
    reason: loser.reason,
    authorId: isIncoming ? context.userId : authorOf(loser.stamp),
    stamp: loser.stamp,
    winnerId: isIncoming ? authorOf(loser.heldStamp) : context.userId,
    heldStamp: loser.heldStamp,
    createdAt,
    createdBy: context.userId,
    kind: 'conflict',
    id,
    workspaceId: context.workspaceId,
    seq: 0,
    stamps: { '*': stamp },
  });
}

function loggedChange(
  change: Change,
  before: StoredForm | undefined,
  applied: { name: 'changed' | 'unchanged' | 'dropped'; loser: Loser | undefined },
): LoggedChange {
  const { kind, id } = change;
  if (isCreation(change)) return { kind, id, created: applied.name === 'changed' };
  const { group, value } = change;
  if (applied.name === 'dropped') {
    // An undo would bring a value of what was purged back into the log, behind its tombstone.
    const isGone = before !== undefined && isPurged(before);
    return { kind, id, group, value: isGone ? {} : value, effect: 'dropped' };
  }
  if (applied.name === 'unchanged') {
    const effect = applied.loser === undefined ? 'unchanged' : 'lost';
    return { kind, id, group, value, effect };
  }
  const logged: LoggedChange = { kind, id, group, value, effect: 'applied' };
  if (before === undefined || isPurged(before)) return logged;
  const definition = kindByName(kind);
  const named = definition === undefined ? undefined : groupByName(definition, group);
  if (named === undefined) return logged;
  return { ...logged, was: heldValue(before, named), wasStamp: heldStamp(before, group) };
}

/** R9: people write what their role allows; members are written, and workspaces made, by server commands only. */
function isAllowed(change: Change, role: Role | 'server'): boolean {
  if (role === 'server') return true;
  const kind = kindByName(change.kind);
  if (kind === undefined || !may(role, actionFor(change.kind))) return false;
  if (isCreation(change)) return kind.writer === 'person';
  const named = groupByName(kind, change.group);
  return named?.name === 'element' || named?.group.writer === 'person';
}
