import { useEffect, useMemo, useState } from 'react';
import { useStore } from '#client/store/store-context.ts';
import type { OwnBatch } from '#client/store/own-batches.ts';
import { useLive } from '#client/store/use-live.ts';
import type { Conflict } from '#shared/conflict';
import type { Task } from '#shared/task';
import type { ActivityStep } from './activity-step.ts';
import {
  createHistoryFeed,
  type HistoryFeed,
  type HistoryState,
  type ReadHistory,
} from './history-feed.ts';
import { timelineOf } from './timeline.ts';

/** How the server is asked, and when it is worth to ask again. */
export interface ActivitySource {
  readHistory: ReadHistory;
  /** Calls back when the network may have come back. */
  onHint: (listener: () => void) => () => void;
}

/** What happened to a task, kept up to date while it is looked at. */
export interface Activity {
  steps: readonly ActivityStep[];
  history: HistoryState;
  feed: HistoryFeed;
}

const noConflicts: readonly Conflict[] = [];

/** The activity of a task: the server's history as far as it was read, and what this device knows by itself. */
export function useActivity(task: Task, { readHistory, onHint }: ActivitySource): Activity {
  const store = useStore();
  const { id, workspaceId, seq } = task;
  const feed = useMemo(
    () =>
      createHistoryFeed((before) =>
        readHistory({
          workspaceId,
          documentId: id,
          ...(before === undefined ? {} : { before }),
        }),
      ),
    [readHistory, workspaceId, id],
  );
  const history = useLive(feed.state$, feed.state());
  useEffect(() => {
    // Each commit that changes the task raises its seq.
    if (!store.isGuest) void feed.refresh(seq);
  }, [feed, store, seq]);
  useEffect(
    () =>
      onHint(() => {
        const { status } = feed.state();
        if (status === 'away' || status === 'needs-sign-in') void feed.refresh();
      }),
    [feed, onHint],
  );
  const own = useOwnBatches(task);
  const conflicts = useLive(
    useMemo(
      () => store.live<Conflict>({ kind: 'conflict', selector: { documentId: id } }),
      [store, id],
    ),
    noConflicts,
  );
  const { userId } = store;
  const steps = useMemo(
    () => timelineOf({ history, own, conflicts, userId }),
    [history, own, conflicts, userId],
  );
  return { steps, history, feed };
}

function useOwnBatches(task: Task): readonly OwnBatch[] {
  const store = useStore();
  const [own, setOwn] = useState<readonly OwnBatch[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const take = (found: readonly OwnBatch[]) => {
      if (isCurrent) setOwn(found);
    };
    // A database that closes meanwhile has nothing left to say.
    store.ownBatches(task.id).then(take, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [store, task]);
  return own;
}
