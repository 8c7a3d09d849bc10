import type { AnyDocument } from '#shared/kind-definition';
import type { PurgeTarget } from '../sync/submission.ts';

/** What a purge has to know of a document. */
export interface TrashRow extends PurgeTarget {
  isTrashed: boolean;
  /** The document it lies under: a parent task, a project, or the document that a conflict is about. */
  aboveId: string | null;
}

/** Documents of one commit of a purge; a larger tree goes in several, what lies deepest first. */
const maxTargets = 2_000;

/** Reads a document as a row. A subtask lies under its parent, whatever project its own row names (R8). */
export function trashRowOf(document: AnyDocument): TrashRow {
  const { id, seq, kind } = document;
  const above =
    kind === 'conflict' ? [document['documentId']] : [document['parentId'], document['projectId']];
  const aboveId = above.find((one): one is string => typeof one === 'string') ?? null;
  return { id, seq, isTrashed: typeof document['trashedAt'] === 'string', aboveId };
}

/** Trees of the trash by their topmost documents. */
export interface TrashTrees {
  /** Whether a document is in the trash, by itself or with what it lies under; undefined if there is no such document. */
  isInTrash(id: string): boolean | undefined;
  /** The trees under these documents, what lies deepest first, none of them twice. */
  under(ids: readonly string[]): PurgeTarget[][];
  /** The trees of which nothing has changed after entry `upToSeq`, nor anything under them. */
  unchangedSince(upToSeq: number): PurgeTarget[][];
}

/** Finds the trees among all documents of a workspace. Cycles are tolerated. */
export function createTrashTrees(rows: readonly TrashRow[]): TrashTrees {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const below = groupBelow(rows);

  function isInTrash(id: string): boolean | undefined {
    const seen = new Set<string>();
    for (let row = byId.get(id); row !== undefined; row = byId.get(row.aboveId ?? '')) {
      if (row.isTrashed) return true;
      if (seen.has(row.id)) return false;
      seen.add(row.id);
    }
    return byId.has(id) ? false : undefined;
  }

  function treeOf(root: TrashRow): TrashRow[] {
    const tree = new Set([root]);
    for (const row of tree) for (const child of below.get(row.id) ?? []) tree.add(child);
    return [...tree].reverse();
  }

  function distinct(roots: readonly TrashRow[], upToSeq: number): PurgeTarget[][] {
    const taken = new Set<string>();
    const trees = roots.map(treeOf).filter((tree) => tree.every(({ seq }) => seq <= upToSeq));
    return trees
      .toSorted((a, b) => b.length - a.length)
      .flatMap((tree) => {
        const root = tree.at(-1);
        if (root === undefined || taken.has(root.id)) return [];
        for (const { id } of tree) taken.add(id);
        return inParts(tree.map(({ id, seq }) => ({ id, seq })));
      });
  }

  return {
    isInTrash,
    under: (ids) =>
      distinct(
        ids.flatMap((id) => byId.get(id) ?? []),
        Number.POSITIVE_INFINITY,
      ),
    unchangedSince: (upToSeq) =>
      distinct(
        rows.filter(({ isTrashed }) => isTrashed),
        upToSeq,
      ),
  };
}

/** Trees in groups that one commit takes. */
export function* inCommits(trees: readonly PurgeTarget[][]): Generator<PurgeTarget[][], void> {
  let group: PurgeTarget[][] = [];
  let targets = 0;
  for (const tree of trees) {
    if (targets + tree.length > maxTargets && group.length > 0) {
      yield group;
      [group, targets] = [[], 0];
    }
    group.push(tree);
    targets += tree.length;
  }
  if (group.length > 0) yield group;
}

function groupBelow(rows: readonly TrashRow[]): ReadonlyMap<string, TrashRow[]> {
  const below = new Map<string, TrashRow[]>();
  for (const row of rows) {
    if (row.aboveId === null) continue;
    const group = below.get(row.aboveId) ?? [];
    group.push(row);
    below.set(row.aboveId, group);
  }
  return below;
}

function inParts(tree: readonly PurgeTarget[]): PurgeTarget[][] {
  const parts: PurgeTarget[][] = [];
  for (let at = 0; at < tree.length; at += maxTargets) parts.push(tree.slice(at, at + maxTargets));
  return parts;
}
