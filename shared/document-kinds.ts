import { commentKind } from './comment.ts';
import { conflictKind } from './conflict.ts';
import type { FieldGroup, KindDefinition, SetGroup } from './kind-definition.ts';
import { labelKind } from './label.ts';
import { projectKind } from './project.ts';
import { savedFilterKind } from './saved-filter.ts';
import { taskKind } from './task.ts';
import { memberKind, workspaceKind } from './workspace.ts';

/** The list of synced kinds; a new kind is one file and one line here. */
export const documentKinds = [
  taskKind,
  projectKind,
  labelKind,
  commentKind,
  savedFilterKind,
  conflictKind,
  memberKind,
  workspaceKind,
] as const satisfies readonly KindDefinition[];

const kindsByName: ReadonlyMap<string, KindDefinition> = new Map(
  documentKinds.map((kind) => [kind.kind, kind]),
);

/** The definition of a kind, or `undefined` for one this build does not know (R13: it is kept, not shown). */
export function kindByName(kind: string): KindDefinition | undefined {
  return kindsByName.get(kind);
}

/** A group of a document as named in a change: a plain field group, or one element of a set. */
export type NamedGroup =
  | { name: 'fields'; group: FieldGroup }
  | { name: 'element'; set: SetGroup; elementId: string };

/** Finds the group a change names, e.g. `title` or `label/<id>`; `undefined` if the kind has no such group. */
export function groupByName(kind: KindDefinition, groupName: string): NamedGroup | undefined {
  const slash = groupName.indexOf('/');
  if (slash < 0) {
    const group = Object.hasOwn(kind.groups, groupName) ? kind.groups[groupName] : undefined;
    return group === undefined ? undefined : { name: 'fields', group };
  }
  const setName = groupName.slice(0, slash);
  const set = Object.hasOwn(kind.sets, setName) ? kind.sets[setName] : undefined;
  const elementId = groupName.slice(slash + 1);
  return set === undefined ? undefined : { name: 'element', set, elementId };
}
