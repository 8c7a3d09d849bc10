import type { AnyDocument } from '#shared/kind-definition';
import type { PurgeTarget, PurgeTree } from '../sync/submission.ts';

/** What a purge has to know of a document. */
export interface TrashRow extends PurgeTarget {
  kind: string;
  isTrashed: boolean;
  /** Of a task: neither done nor cancelled. */
  isOpen: boolean;
  parentId: string | null;
  projectId: string | null;
  /** The document that a conflict or a comment is about. */
  aboutId: string | null;
}

/** Documents of one commit of a purge, some 2 MB in the log; a larger tree goes in several, what lies deepest first. */
const maxTargets = 10_000;

/** Reads a document as a row. */
export function trashRowOf(document: AnyDocument): TrashRow {
  const { id, seq, kind } = document;
  const status = document['status'];
  return {
    id,
    seq,
    kind,
    isTrashed: typeof document['trashedAt'] === 'string',
    isOpen: status === 'todo' || status === 'in_progress',
    parentId: textOrNull(document['parentId']),
    projectId: textOrNull(document['projectId']),
    aboutId: aboutOf(document),
  };
}

/** Trees of the trash by their topmost documents. */
export interface TrashTrees {
  /** Whether nobody sees a document any more; undefined if there is no such document. */
  isInTrash(id: string): boolean | undefined;
  /** The trees under these documents, what lies deepest first, none of them twice. */
  under(ids: readonly string[]): PurgeTree[];
  /** The trees under what lies in the trash, of which nothing has changed after entry `upToSeq`. */
  unchangedSince(upToSeq: number): PurgeTree[];
}

/**
 * Finds the trees among all documents of a workspace. A tree holds what no screen shows: what is in the trash itself, what
 * a trashed project hides, and what of these has lost. A subtask that nobody put in the trash stays on everybody's list when
 * its parent goes, so it is no part of the tree. Cycles are tolerated.
 */
export function createTrashTrees(rows: readonly TrashRow[]): TrashTrees {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isHidden = createIsHidden(byId);
  const below = groupBelow(rows.filter(isHidden), byId);

  function treeOf(root: TrashRow): TrashRow[] {
    const tree = new Set([root]);
    for (const row of tree) for (const child of below.get(row.id) ?? []) tree.add(child);
    return [...tree].reverse();
  }

  /** From the top down, so that a tree within another one goes with it, or by itself where the other one has to stay. */
  function distinct(roots: readonly TrashRow[], upToSeq: number): PurgeTree[] {
    const depths = new Map(roots.map((root) => [root, depthOf(root, byId)]));
    const taken = new Set<string>();
    return [...depths]
      .toSorted(([, a], [, b]) => a - b)
      .flatMap(([root]) => {
        const tree = taken.has(root.id) ? [] : treeOf(root);
        if (tree.some(({ seq }) => seq > upToSeq)) return [];
        for (const { id } of tree) taken.add(id);
        return inParts(tree);
      });
  }

  return {
    isInTrash: (id) => {
      const row = byId.get(id);
      return row && isHidden(row);
    },
    under: (ids) =>
      distinct(
        ids.flatMap((id) => byId.get(id) ?? []),
        Number.POSITIVE_INFINITY,
      ),
    unchangedSince: (upToSeq) =>
      distinct(
        rows.filter(({ isTrashed, seq }) => isTrashed && seq <= upToSeq),
        upToSeq,
      ),
  };
}

/** Trees in groups that one commit takes. */
export function* inCommits(trees: readonly PurgeTree[]): Generator<PurgeTree[], void> {
  let group: PurgeTree[] = [];
  let size = 0;
  for (const tree of trees) {
    if (size + tree.targets.length > maxTargets && group.length > 0) {
      yield group;
      [group, size] = [[], 0];
    }
    group.push(tree);
    size += tree.targets.length;
  }
  if (group.length > 0) yield group;
}

/** As the screens hide: by itself, or by the project of the topmost task that is as open as it is (R7, R8). */
function createIsHidden(byId: ReadonlyMap<string, TrashRow>): (row: TrashRow) => boolean {
  const projectOf = (row: TrashRow): TrashRow | undefined => {
    const seen = new Set([row.id]);
    let top = row;
    for (;;) {
      const parent = top.parentId === null ? undefined : byId.get(top.parentId);
      const isShownAbove =
        parent !== undefined && !parent.isTrashed && parent.isOpen === row.isOpen;
      if (!isShownAbove || seen.has(parent.id)) return byId.get(top.projectId ?? '');
      seen.add(parent.id);
      top = parent;
    }
  };
  const isHiddenTask = (row: TrashRow | undefined): boolean => {
    if (row?.kind !== 'task') return false;
    return row.isTrashed || projectOf(row)?.isTrashed === true;
  };
  return (row) => {
    if (row.isTrashed) return true;
    if (row.kind === 'comment') return isHiddenTask(byId.get(row.aboutId ?? ''));
    return row.kind === 'conflict' || isHiddenTask(row);
  };
}

function aboutOf(document: AnyDocument): string | null {
  switch (document.kind) {
    case 'conflict':
      return textOrNull(document['documentId']);
    case 'comment':
      return textOrNull(document['taskId']);
    default:
      return null;
  }
}

/** How many documents a document lies under; in a cycle, how many there are in it. */
function depthOf(row: TrashRow, byId: ReadonlyMap<string, TrashRow>): number {
  const seen = new Set<TrashRow>();
  let above: TrashRow | undefined = row;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    above = byId.get(aboveOf(above, byId) ?? '');
  }
  return seen.size;
}

/** A missing parent is no parent: the task stands in its project then, as on every screen (R8). */
function aboveOf(
  { parentId, projectId, aboutId }: TrashRow,
  byId: ReadonlyMap<string, TrashRow>,
): string | null {
  if (aboutId !== null) return aboutId;
  return parentId !== null && byId.has(parentId) ? parentId : projectId;
}

function groupBelow(
  rows: readonly TrashRow[],
  byId: ReadonlyMap<string, TrashRow>,
): ReadonlyMap<string, TrashRow[]> {
  const below = new Map<string, TrashRow[]>();
  for (const row of rows) {
    const aboveId = aboveOf(row, byId);
    if (aboveId === null) continue;
    const group = below.get(aboveId) ?? [];
    group.push(row);
    below.set(aboveId, group);
  }
  return below;
}

/** Each part but the last is guarded by the root, which would be restored first if anything was. */
function inParts(tree: readonly TrashRow[]): PurgeTree[] {
  const targets = tree.map(({ id, seq }) => ({ id, seq }));
  const parts: PurgeTree[] = [];
  for (let at = 0; at < targets.length; at += maxTargets) {
    const isLast = at + maxTargets >= targets.length;
    const part = targets.slice(at, at + maxTargets);
    parts.push({ targets: part, guards: isLast ? [] : targets.slice(-1) });
  }
  return parts;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
