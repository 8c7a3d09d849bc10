import type { CalendarDraft } from './calendar-draft.ts';
import { limits } from './limits.ts';

/** A draft with its id. */
export interface IdentifiedDraft extends CalendarDraft {
  id: string;
}

/** A draft with its place: below which other one, how deep, and in whose project (that of the topmost above it). */
export interface PlacedDraft extends IdentifiedDraft {
  parentId: string | null;
  depth: number;
  projectName: string;
}

/**
 * Places drafts below one another as RELATED-TO says, parents first. A parent that is not imported, or that lies below its
 * own child, is told and counts as none; what is deeper than a task may be moves up.
 */
export function placeDrafts(drafts: readonly IdentifiedDraft[]): PlacedDraft[] {
  const parents = parentsOf(drafts);
  const placed = new Map<string, PlacedDraft>();
  for (const draft of drafts) {
    for (const next of branchAbove(draft, parents, placed)) {
      const parent = placed.get(parents.get(next.id)?.id ?? '');
      placed.set(next.id, placeBelow(next, parent, placed));
    }
  }
  return [...placed.values()].toSorted((a, b) => a.depth - b.depth);
}

function placeBelow(
  draft: IdentifiedDraft,
  wanted: PlacedDraft | undefined,
  placed: ReadonlyMap<string, PlacedDraft>,
): PlacedDraft {
  const { entry } = draft;
  if (wanted === undefined) {
    return { ...draft, parentId: null, depth: 0, projectName: entry.projectName };
  }
  const isTooDeep = wanted.depth >= limits.subtaskDepthMax;
  if (isTooDeep) entry.tell('depth_capped', draft.fields.title);
  const parent = isTooDeep ? (placed.get(wanted.parentId ?? '') ?? wanted) : wanted;
  const { depth, projectName } = parent;
  return { ...draft, parentId: parent.id, depth: depth + 1, projectName };
}

/** The draft and those above it that have no place yet, the topmost first. A loop is cut where it closes. */
function branchAbove(
  draft: IdentifiedDraft,
  parents: Map<string, IdentifiedDraft>,
  placed: ReadonlyMap<string, PlacedDraft>,
): IdentifiedDraft[] {
  const branch: IdentifiedDraft[] = [];
  const seen = new Set<string>();
  let at: IdentifiedDraft | undefined = draft;
  while (at !== undefined && !placed.has(at.id)) {
    branch.push(at);
    seen.add(at.id);
    const parent = parents.get(at.id);
    if (parent !== undefined && seen.has(parent.id)) {
      at.entry.tell('parent_missing', at.fields.title);
      parents.delete(at.id);
      break;
    }
    at = parent;
  }
  return branch.toReversed();
}

/** Parents by the id of what is below them: named by the child, or by a parent that lists its children. */
function parentsOf(drafts: readonly IdentifiedDraft[]): Map<string, IdentifiedDraft> {
  const byUid = new Map<string, IdentifiedDraft>();
  for (const draft of drafts) {
    const { uid, recurrenceId } = draft.entry;
    if (uid !== '' && (recurrenceId === '' || !byUid.has(uid))) byUid.set(uid, draft);
  }
  const parents = new Map<string, IdentifiedDraft>();
  for (const draft of drafts) {
    for (const { relation, uid } of relationsOf(draft)) {
      const other = byUid.get(uid);
      if (relation === 'PARENT' && other !== undefined) parents.set(draft.id, other);
      else if (relation === 'PARENT') draft.entry.tell('parent_missing', draft.fields.title);
      else if (other !== undefined && !parents.has(other.id)) parents.set(other.id, draft);
    }
  }
  return parents;
}

function relationsOf({ entry }: IdentifiedDraft) {
  return entry.component
    .values('related-to')
    .map(({ text, parameter }) => {
      return { uid: text, relation: parameter('reltype').toUpperCase() || 'PARENT' };
    })
    .filter(({ relation }) => relation === 'PARENT' || relation === 'CHILD');
}
