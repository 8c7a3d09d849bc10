import type { RandomBytes } from '#shared/ids';
import { actionFor, may } from '#shared/permissions';
import { type Change, isCreation } from '#shared/push-message';
import type { AppStore } from './app-store.ts';
import { inverseChanges } from './inverse-changes.ts';
import { loadOnce } from './load-once.ts';
import type { LiveView } from './live-view.ts';
import type { StoredBatch, UserAction } from './local-store.ts';
import { notAllowed, NotSavedError } from './not-saved-error.ts';
import type { MoveAway } from './send-away.ts';
import type { UndoableAction } from './undo-history.ts';
import { UnsavedWrites } from './unsaved-writes.ts';
import type { WorkspaceView } from './workspace-view.ts';

/** What undo, moves and histories do, in one file: it is not needed to see the list, nor to write. */
export const loadSteps = loadOnce(() => import('./later-steps.ts'));

/** An action that could be undone or redone next, and the workspace it was done in. */
interface Step {
  space: WorkspaceView;
  action: UndoableAction;
}

/** See `nextSteps`. */
export interface NextSteps {
  undo: Step | undefined;
  redo: Step | undefined;
}

/** What is written with. */
export interface WritingParts {
  spaces: readonly WorkspaceView[];
  view: LiveView;
  time: { now: () => string; newActionId: () => string };
  moving: { finish: () => Promise<void> };
}

/** Commits one after another: what an action takes back is what was shown once the one before it was. */
export function writing(of: WritingParts & { untilReady: () => Promise<void> }) {
  const { spaces, view } = of;
  const inTurn = createTurns(of.untilReady);
  const unsaved = new UnsavedWrites(inTurn);
  const allows = rightsIn(of);

  async function write(action: UserAction): Promise<StoredBatch> {
    const space = spaceOf(spaces, view, action);
    const inverse = inverseChanges(action.changes, view.current);
    const [batch] = await space.database.commitBatches([{ ...action, inverse }]);
    if (batch === undefined) throw new Error('A committed action has no batch');
    await shownBy(space);
    return batch;
  }

  // Loaded after the list, like all that only an undo or a move needs.
  const step = (name: 'undo' | 'redo') =>
    inTurn(async () => (await loadSteps()).undoStep({ ...of, unsaved }, name));

  return {
    may: allows,
    commit: (action: UserAction) =>
      inTurn(async () => {
        // What no disk could help is not told as unsaved.
        const { workspaceId } = spaceOf(spaces, view, action).database;
        // The server would refuse it, and what is shown would fall back later, when nobody knows why.
        if (!action.changes.every(({ kind }) => allows(workspaceId, actionFor(kind))))
          throw new NotSavedError(notAllowed);
        return unsaved.write(() => write(action), action.changes);
      }),
    move: (away: MoveAway) =>
      inTurn(async () => (await loadSteps()).sendAway({ ...of, unsaved }, away)),
    tryCommit: (action: UserAction) => inTurn(() => unsaved.tryWrite(() => write(action))),
    unsavedChanges: () => unsaved.changes,
    settled: () => inTurn(async () => undefined),
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
}

/** The batch is safe on disk; should the read that shows it fail, the next one shows it. */
export async function shownBy(space: WorkspaceView): Promise<void> {
  await space.settled().catch(() => undefined);
}

/** A batch belongs to the workspace of the documents it changes; one of new documents to the personal one. */
function spaceOf(
  spaces: readonly WorkspaceView[],
  view: LiveView,
  action: UserAction,
): WorkspaceView {
  const known = [action.besideId ?? '', ...action.changes.flatMap(idsNamedBy)];
  // A workspace that was made just now may be open before its document is there.
  const isOpen = (id: string) => spaces.some(({ database }) => database.workspaceId === id);
  const ids = new Set(
    known.flatMap((id) => view.current(id)?.workspaceId ?? (isOpen(id) ? id : [])),
  );
  if (ids.size > 1) throw new Error('One action cannot change two workspaces');
  const [workspaceId] = ids;
  const space =
    workspaceId === undefined
      ? spaces[0]
      : spaces.find(({ database }) => database.workspaceId === workspaceId);
  if (space === undefined) throw new Error('No workspace is open');
  return space;
}

/** See `AppStore.may`. */
function rightsIn({ spaces, view }: WritingParts): AppStore['may'] {
  return (workspaceId, action) => {
    const ownId = spaces[0]?.database.userId;
    const membership = view
      .documents('member')
      .find((member) => member.userId === ownId && member.workspaceId === workspaceId);
    return membership === undefined || may(membership.role, action);
  };
}

/** The document that a change is about, and what a new one stands in or under. */
export function idsNamedBy(change: Change): string[] {
  if (!isCreation(change)) return [change.id];
  const { projectId, parentId, taskId } = change.create;
  return [change.id, projectId, parentId, taskId].map(String);
}

/** What could be undone or redone next: the last action over all workspaces, each way. */
export function nextSteps(spaces: readonly WorkspaceView[]): NextSteps {
  const latest = (name: 'undo' | 'redo') =>
    stepsOf(spaces, name).toSorted((a, b) => b.action.atMs - a.action.atMs)[0];
  return { undo: latest('undo'), redo: latest('redo') };
}

/** The last action of each workspace, one way. */
export function stepsOf(spaces: readonly WorkspaceView[], name: 'undo' | 'redo'): Step[] {
  return spaces.flatMap((space) => {
    const action = space.history.next()[name];
    return action === undefined ? [] : [{ space, action }];
  });
}

/** What moves between workspaces are brought on with. */
export interface MovingParts {
  spaces: readonly WorkspaceView[];
  random: RandomBytes;
  newActionId: () => string;
  /** What `finish` has seen last; its own. */
  seen: string;
}

/** Brings moves between workspaces on; their code comes with the first of them. `finish` may be called at any time. */
export function createMoving(of: Omit<MovingParts, 'seen'>) {
  const parts: MovingParts = { ...of, seen: '' };
  const inTurn = createTurns(async () => {});
  const finish = () =>
    inTurn(async () => {
      if (of.spaces.some(({ meta }) => meta().moves?.length || meta().leaving?.length))
        await (await loadSteps()).finishOpenMoves(parts);
    });
  return { finish };
}

/** Runs one piece of work after the other; a failed one does not stop the next. */
function createTurns(first: () => Promise<void>): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> | undefined;
  return (work) => {
    const turn = (last ?? first()).then(work, work);
    last = turn;
    return turn;
  };
}
