import { kindByName } from '#shared/document-kinds';
import { heldStamp, heldValue, namedGroup } from '#shared/group-value';
import type { AnyDocument } from '#shared/kind-definition';
import type { FieldChange } from '#shared/push-message';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import type { LastSet } from './last-set.ts';
import type { MovedCopy, MoveMark } from './move-record.ts';
import { sectionCopyId } from './plan-move.ts';

/** Groups that say where a document stands: those of a copy are its own. */
const ownGroups: ReadonlySet<string> = new Set(['place', 'trash', 'created']);

/** What was edited since it was copied. */
export interface EditsSince {
  /** The same edits for the copies. */
  changes: FieldChange[];
  /** The copies with the stamps that hold now. */
  copies: MovedCopy[];
}

/**
 * Edits of the originals that came after they were copied, say from a device that did not know of the move, as changes
 * of the copies: pure. Their base is what the move itself has last put there (`lastSet`), so whoever edited the copy
 * meanwhile has a conflict to look at, and nobody's words are lost (R5). A copy of which that is not known was made by
 * another device: that one carries edits, and if both did, one of them would run into what was done to the copy since.
 */
export function editsSince(
  mark: MoveMark,
  of: { originals: ReadonlyMap<string, AnyDocument>; lastSet: LastSet },
): EditsSince {
  const changes: FieldChange[] = [];
  const copies = mark.copies.map((copy): MovedCopy => {
    const original = of.originals.get(copy.id);
    if (original === undefined) return copy;
    const edited = groupsOf(original, copy, mark).flatMap(({ group, target }): FieldChange[] => {
      if (baseMatches(heldStamp(original, group), stampAt(copy, group))) return [];
      const named = namedGroup(original.kind, group);
      const last = of.lastSet(copy.copyId, target);
      if (named === undefined || last === undefined) return [];
      const { kind, copyId: id } = copy;
      const value = heldValue(original, named);
      const before = last.notes === undefined || group !== 'notes' ? {} : { before: last.notes };
      return [{ kind, id, group: target, value, base: last.stamp, ...before }];
    });
    if (edited.length === 0) return copy;
    changes.push(...edited);
    return { ...copy, stamps: original.stamps };
  });
  return { changes, copies };
}

/** The groups of a document, and their names in the copy; labels that are not known there stay behind. */
function groupsOf(original: AnyDocument, { copyId }: MovedCopy, { labelIds }: MoveMark) {
  const kind = kindByName(original.kind);
  const plain = Object.keys(kind?.groups ?? {}).filter((group) => !ownGroups.has(group));
  const labels = kind?.sets['label'] === undefined ? [] : Object.entries(labelIds);
  // What a section is called has a stamp of its own as soon as it differs from the beginning.
  const sections = Object.keys(original.stamps).filter((group) => /^section(Gone)?\//.test(group));
  return [
    ...plain.map((group) => ({ group, target: group })),
    ...labels.map(([here, there]) => ({ group: `label/${here}`, target: `label/${there}` })),
    ...sections.map((group) => {
      const [set = '', sectionId = ''] = group.split('/');
      return { group, target: `${set}/${sectionCopyId(sectionId, copyId)}` };
    }),
  ];
}

function stampAt({ stamps }: MovedCopy, group: string): HeldStamp {
  return stamps[group] ?? stamps['*'] ?? '';
}
