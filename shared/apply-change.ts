import type { ConflictReason } from './conflict.ts';
import { kindByName, type NamedGroup } from './document-kinds.ts';
import {
  type GroupValue,
  heldStamp,
  heldValue,
  holdsValue,
  namedGroup,
  withGroup,
} from './group-value.ts';
import { type AnyDocument, isPurged, type StoredForm } from './kind-definition.ts';
import { limits } from './limits.ts';
import { mergeText } from './merge-text.ts';
import { type Change, type Creation, type FieldChange, isCreation } from './push-message.ts';
import {
  baseMatches,
  effectiveStamp,
  fitStamp,
  type HeldStamp,
  readStamp,
  type Stamp,
  serverDeviceId,
  stampAbove,
} from './stamp.ts';

/** What a change is applied in: whose batch it is, its stamp, and what only the server knows. */
export interface ChangeContext {
  workspaceId: string;
  userId: string;
  /** The stamp of the batch as sent. */
  stamp: Stamp;
  /** The device that offers the batch; left out: the one in the stamp. After a fork they differ, and the stamp stays (R3). */
  deviceId?: string;
  /** Instant given to a creation that names none. */
  createdAt: string;
  /** Commit time in ms: the ceiling of stamps (R6). A device, which does not know it, leaves it out. */
  ceilingMs?: number;
  /** Whether a `place` would make a cycle or a sixth level; a device leaves it out and its screens tolerate both (R8). */
  breaksTree?: (document: AnyDocument, place: GroupValue) => boolean;
}

/** What one change did to one document. */
export type Applied =
  /** The new state (its seq is still the old one), and what lost against it or under it. */
  | { name: 'changed'; document: AnyDocument; loser?: Loser }
  | { name: 'unchanged'; loser?: Loser }
  /** An `ifBase` change whose base is no longer held. */
  | { name: 'dropped' };

/** A value that lost; becomes a `conflict` document (R5). */
export interface Loser {
  documentKind: string;
  documentId: string;
  group: string;
  value: GroupValue;
  reason: ConflictReason;
  /** Stamp of the value that lost. */
  stamp: HeldStamp;
  /** Stamp of the value that stands, `''` where there is none. */
  heldStamp: HeldStamp;
  /** Whose value lost: that of the change being applied, or the one held before it. */
  lost: 'incoming' | 'held';
}

/**
 * Applies one change to one document: the single piece of code that decides who wins (R5–R8), run by the server
 * when it commits and by a device when it lays its outbox over the server's state. Pure; `document` is not altered.
 * The change must have passed its schemas. `document` is undefined where the id is unknown.
 */
export function applyChange(of: {
  document: StoredForm | undefined;
  change: Change;
  context: ChangeContext;
}): Applied {
  const { document, change, context } = of;
  if (isCreation(change)) {
    // R8: a create of an id that exists changes nothing, whatever its stamp, also if it is trashed or purged.
    if (document !== undefined) return { name: 'unchanged' };
    return create(change, context);
  }
  const named = namedGroup(change.kind, change.group);
  if (document === undefined || document.kind !== change.kind || named === undefined) {
    return missing(change, context, 'missing');
  }
  if (isPurged(document)) return missing(change, context, 'purged');
  return applyToGroup({ document, change, context, named });
}

interface GroupChange {
  document: AnyDocument;
  change: FieldChange;
  context: ChangeContext;
  named: NamedGroup;
}

type Changed = Extract<Applied, { name: 'changed' }>;

/** R8: a creation is never refused for its place; where that would break the tree, it stands at the top instead. */
function create(change: Creation, context: ChangeContext): Applied {
  const document = createdDocument(change, context);
  const place = { parentId: document['parentId'] ?? null };
  if (place.parentId === null || context.breaksTree?.(document, place) !== true) {
    return { name: 'changed', document };
  }
  const loser: Loser = {
    documentKind: change.kind,
    documentId: change.id,
    group: 'place',
    value: place,
    reason: 'place',
    stamp: context.stamp,
    heldStamp: '',
    lost: 'incoming',
  };
  return { name: 'changed', document: { ...document, parentId: null }, loser };
}

function createdDocument(change: Creation, context: ChangeContext): AnyDocument {
  const kind = kindByName(change.kind);
  const stamp = fitStamp({ sent: context.stamp, ceilingMs: context.ceilingMs });
  return {
    kind: change.kind,
    id: change.id,
    workspaceId: context.workspaceId,
    seq: 0,
    stamps: { '*': stamp },
    createdAt: context.createdAt,
    ...kind?.defaults,
    ...change.create,
    createdBy: context.userId,
  };
}

function missing(change: FieldChange, context: ChangeContext, reason: ConflictReason): Applied {
  if (change.ifBase === true) return { name: 'dropped' };
  return { name: 'unchanged', loser: incomingLoser({ change, context }, reason, '') };
}

function applyToGroup(of: GroupChange): Applied {
  const { document, change, context, named } = of;
  const held = heldStamp(document, change.group);
  const isFresh = change.base !== null && baseMatches(held, change.base);
  if (change.ifBase === true && !isFresh) return { name: 'dropped' };
  if (isUnfinishedElement(of) || breaksTree(of)) {
    return { name: 'unchanged', loser: incomingLoser(of, 'place', held) };
  }
  const applied =
    isFresh || isOwn(held, context) ? accept(of, change.value) : settleConcurrent(of, held);
  return applied.name === 'changed' && applied.loser === undefined && document['trashedAt']
    ? { ...applied, ...trashNotice({ document, change, context, named }) }
    : applied;
}

/**
 * A device's own batches are ordered by n, not by stamps (R6), so its later value follows its earlier one. Batches of
 * a copied profile carry the stamps of the device they were copied from, whose values are not their own (B11).
 */
function isOwn(held: HeldStamp, { stamp, deviceId }: ChangeContext): boolean {
  const made = readStamp(stamp).deviceId;
  return readStamp(held).deviceId === made && (deviceId ?? made) === made;
}

function accept({ document, change, context, named }: GroupChange, value: GroupValue): Changed {
  const stamp = fitStamp({
    sent: context.stamp,
    ceilingMs: context.ceilingMs,
    above: heldStamp(document, change.group),
  });
  return {
    name: 'changed',
    document: withGroup(document, { group: change.group, named, value, stamp }),
  };
}

/** R5: the larger stamp wins; the other value is kept, unless nobody would miss it. */
function settleConcurrent(of: GroupChange, held: HeldStamp): Applied {
  const { document, change, context, named } = of;
  const sent = fitStamp({ sent: context.stamp, ceilingMs: context.ceilingMs });
  const incomingWins = effectiveStamp(sent) > effectiveStamp(held);
  const current = heldValue(document, named);
  if (holdsValue(current, change.value, quietFields(of, current))) {
    return incomingWins ? accept(of, change.value) : { name: 'unchanged' };
  }
  const merged = mergeNotes(of, { held, sent, incomingWins });
  if (merged !== undefined) return merged;
  if (!incomingWins) return { name: 'unchanged', loser: incomingLoser(of, 'concurrent', held) };
  return { ...accept(of, change.value), loser: heldLoser(of, 'concurrent', sent) };
}

/** Fields whose difference makes no conflict; that both are in the trash is agreement, whenever each put it there. */
function quietFields({ change, named }: GroupChange, current: GroupValue): readonly string[] {
  if (named.name !== 'fields') return [];
  if (change.group === 'trash' && current['trashedAt'] && change.value['trashedAt']) {
    return ['trashedAt'];
  }
  return named.group.quietFields;
}

/**
 * Three-way merge of notes. The result gets a stamp of the server's own device id above both, so that no pending
 * base equals it and the next edit of either side is merged again, not laid over it (R5, B8).
 */
function mergeNotes(
  of: GroupChange,
  stamps: { held: HeldStamp; sent: HeldStamp; incomingWins: boolean },
): Applied | undefined {
  const { document, change, named } = of;
  const mine = change.value['notes'];
  const theirs = document['notes'];
  if (change.group !== 'notes' || change.before === undefined) return undefined;
  if (typeof mine !== 'string' || typeof theirs !== 'string') return undefined;
  const winner = stamps.incomingWins ? 'mine' : 'theirs';
  const merge = mergeText({ base: change.before, mine, theirs, winner });
  // Nobody could edit a text beyond the limit again: it is an ordinary conflict instead.
  if (merge.outcome === 'too-large' || merge.text.length > limits.notesMaxLength) return undefined;
  const stamp = stampAbove(stamps.held, stamps.sent, serverDeviceId);
  const value = { notes: merge.text };
  const next = withGroup(document, { group: change.group, named, value, stamp });
  if (!merge.lostHunks) return { name: 'changed', document: next };
  const loser = stamps.incomingWins
    ? heldLoser(of, 'text', stamps.sent)
    : incomingLoser(of, 'text', stamps.held);
  return { name: 'changed', document: next, loser };
}

/** R7: an edit merges under the trash; its author learns of the trash, unless the same device put it there. */
function trashNotice(of: GroupChange): { loser?: Loser } {
  const { document, change, context } = of;
  const trashStamp = heldStamp(document, 'trash');
  if (change.group === 'trash' || change.group === 'place' || isOwn(trashStamp, context)) return {};
  return { loser: incomingLoser(of, 'trashed', trashStamp) };
}

function breaksTree({ document, change, context }: GroupChange): boolean {
  return change.group === 'place' && context.breaksTree?.(document, change.value) === true;
}

/** A record of a set, such as a section, is not an element before all its fields are known. */
function isUnfinishedElement({ document, change, named }: GroupChange): boolean {
  if (named.name === 'fields' || named.set.holds === 'flag') return false;
  const element = { ...heldValue(document, named), ...change.value };
  return named.set.fields.some((field) => element[field] === undefined);
}

function incomingLoser(
  { change, context }: Pick<GroupChange, 'change' | 'context'>,
  reason: ConflictReason,
  held: HeldStamp,
): Loser {
  return {
    documentKind: change.kind,
    documentId: change.id,
    group: change.group,
    value: change.value,
    reason,
    stamp: context.stamp,
    heldStamp: held,
    lost: 'incoming',
  };
}

function heldLoser(
  { document, change, named }: GroupChange,
  reason: ConflictReason,
  winner: HeldStamp,
): Loser {
  return {
    documentKind: change.kind,
    documentId: change.id,
    group: change.group,
    value: heldValue(document, named),
    reason,
    stamp: heldStamp(document, change.group),
    heldStamp: winner,
    lost: 'held',
  };
}
