import { useEffect } from 'react';
import type { WorkspacesWords } from '#client/i18n/compiled/types/workspaces-words.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import type { AppStore } from '#client/store/app-store.ts';
import type { FailedMove, Leaving } from '#client/store/move-record.ts';
import { useStore } from '#client/store/store-context.ts';
import { type OpenedWorkspace, useWorkspaces } from '#client/store/use-workspaces.ts';
import { type ToastMessage, type Toasts, useToasts } from '#client/ui/toast.tsx';
import { unreachable } from '#shared/unreachable';

/**
 * Says that nothing was moved from a workspace of which only a part is on this device yet, whichever menu, key or drag it was
 * asked by; and tells of the moves that failed later.
 */
export function useMoveFailures(): void {
  const toasts = useToasts();
  const { notWhole } = useWorkspacesWords();
  useFailedMoves();
  useEffect(() => {
    const collect = ({ reason }: PromiseRejectionEvent) => {
      const isNotWhole = reason instanceof Error && reason.name === 'NotWholeError';
      if (isNotWhole) toasts.show({ id: 'refused', text: notWhole });
    };
    window.addEventListener('unhandledrejection', collect);
    return () => window.removeEventListener('unhandledrejection', collect);
  }, [toasts, notWhole]);
}

/**
 * Says of each move that did not come to be why, and what stayed where, until the person has answered: after a reload too, and
 * in one tab for all of them.
 */
function useFailedMoves(): void {
  const store = useStore();
  const toasts = useToasts();
  const words = useWorkspacesWords();
  const workspaces = useWorkspaces();
  useEffect(() => {
    // Nobody knows yet what they are called.
    if (workspaces.length === 0) return undefined;
    const shownIds = new Set<string>();
    const show = (leaving: readonly Leaving[]) => {
      const messages = failedMovesIn(leaving).map((failed) =>
        messageOf(failed, { store, words, workspaces, toasts }),
      );
      const ids = new Set(messages.map(({ id }) => id));
      for (const id of shownIds) if (!ids.has(id)) toasts.dismiss(id);
      for (const message of messages) if (!shownIds.has(message.id)) toasts.show(message);
      shownIds.clear();
      for (const id of ids) shownIds.add(id);
    };
    const subscription = store.leaving.subscribe(show);
    return () => {
      subscription.unsubscribe();
      for (const id of shownIds) toasts.dismiss(id);
    };
  }, [store, toasts, words, workspaces]);
}

interface Failed extends FailedMove {
  key: string;
  to: string;
}

/** One for each move, whichever workspaces it was to leave. */
function failedMovesIn(leaving: readonly Leaving[]): Failed[] {
  const byKey = new Map<string, Failed>();
  for (const { key, to, failed } of leaving) {
    if (failed === undefined) continue;
    const ids = [...(byKey.get(key)?.ids ?? []), ...failed.ids];
    byKey.set(key, { ...failed, ids, key, to });
  }
  return [...byKey.values()];
}

interface Telling {
  store: AppStore;
  words: WorkspacesWords;
  workspaces: readonly OpenedWorkspace[];
  toasts: Toasts;
}

function messageOf(failed: Failed, of: Telling): ToastMessage {
  const { store, words } = of;
  const keep = {
    label: words.keepIt,
    testId: 'keep-here',
    run: () => void store.dismissMove(failed.key),
  };
  const again = {
    label: words.moveAgain,
    testId: 'move-again',
    run: () => void moveAgain(failed, of),
  };
  const actions = canMoveAgain(failed, of) ? { action: again, second: keep } : { action: keep };
  const id = `failed-move-${failed.key}`;
  return { id, text: textOf(failed, of), testId: 'failed-move', stays: true, ...actions };
}

function textOf({ because, ids, to }: Failed, { store, words, workspaces }: Telling): string {
  const target = workspaces.find(({ id }) => id === to);
  const workspace = target?.isPersonal === true ? words.personal : (target?.name ?? words.another);
  const tops = topsOf(ids, store);
  const document = store.current(tops[0] ?? '');
  const called = document?.['title'] ?? document?.['name'];
  const title = typeof called === 'string' ? called : '';
  const what = words.failedWhat({ title, more: tops.length - 1 });
  switch (because) {
    case 'refused':
      return words.refused({ what, workspace });
    case 'kept':
      return words.keptHere({ what, workspace });
    case 'away':
      return words.deletedThere({ what, workspace });
    case 'gone':
      return words.workspaceGone({ what });
    default:
      return unreachable(because);
  }
}

/** Subtasks are not counted: they go where the task above them goes. */
function topsOf(ids: readonly string[], store: AppStore): readonly string[] {
  const all = new Set(ids);
  return ids.filter((id) => !all.has(String(store.current(id)?.['parentId'])));
}

/** It was not moved, or deleted, by other ways since, and where it was to go is open to this person. */
function canMoveAgain({ kind, ids, to, place }: Failed, { store, workspaces }: Telling): boolean {
  const isLive = (id: string) => (store.current(id)?.['trashedAt'] ?? undefined) === undefined;
  const isOpen = workspaces.some(({ id, isEditable }) => id === to && isEditable);
  const isHere = ids.some((id) => store.current(id) !== undefined && isLive(id));
  if (kind === 'project') return isOpen && isHere;
  const projectId = place?.projectId ?? undefined;
  const isPlaceThere =
    projectId === undefined
      ? to === store.workspaceId
      : store.current(projectId) !== undefined && isLive(projectId);
  return isOpen && isHere && isPlaceThere;
}

async function moveAgain(failed: Failed, of: Telling): Promise<void> {
  const { key, kind, ids, to, place } = failed;
  const { store, toasts } = of;
  const { sendProject, sendTasks } = await import('#client/store/send-tasks.ts');
  const toPlace = { projectId: null, sectionId: null, ...place, workspaceId: to };
  try {
    if (kind === 'project') await sendProject(store, { projectId: ids[0] ?? '', to });
    else await sendTasks(store, { taskIds: ids, place: toPlace });
    await store.dismissMove(key);
  } catch (error) {
    // It failed once more, and why is told as of any other move.
    toasts.show(messageOf(failed, of));
    throw error;
  }
}
