import { useEffect, useMemo, useState } from 'react';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { compareOrder } from '#shared/compare-order';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';

/** How far the tasks of this device have been read: those completed long ago come last. */
export type Reading = 'reading' | 'whole' | 'failed';

/** All tasks outside the trash, closed ones too; undefined until the first answer. */
export function useEveryTask(): readonly Task[] | undefined {
  const store = useStore();
  return useLive<readonly Task[] | undefined>(
    store.live<Task>({ kind: 'task', selector: { trashedAt: null } }),
    undefined,
  );
}

/** All projects, trashed ones too, in the person's order. */
export function useEveryProject(): readonly Project[] {
  const store = useStore();
  const projects = useLive<readonly Project[]>(store.live<Project>({ kind: 'project' }), nothing);
  return useMemo(() => [...projects].sort(compareOrder), [projects]);
}

/** Labels outside the trash, in the person's order. */
export function useEveryLabel(): readonly Label[] {
  const store = useStore();
  const labels = useLive<readonly Label[]>(
    store.live<Label>({ kind: 'label', selector: { trashedAt: null } }),
    nothing,
  );
  return useMemo(() => [...labels].sort(compareOrder), [labels]);
}

/** Whether somebody else is in one of the open workspaces: tasks do not say who completed them, so theirs count too. */
export function useIsShared(): boolean {
  const store = useStore();
  const others = useLive<readonly AnyDocument[]>(
    store.live<AnyDocument>({
      kind: 'member',
      selector: { role: { $ne: null }, userId: { $ne: store.userId } },
    }),
    nothing,
  );
  return others.length > 0;
}

/** See `Reading`; everything else is read at once. */
export function useReading(): Reading {
  const store = useStore();
  const [reading, setReading] = useState<{ store: AppStore; name: Reading }>();
  useEffect(() => {
    let isOver = false;
    const tell = (name: Reading) => () => {
      if (!isOver) setReading({ store, name });
    };
    // Where everything else cannot be read, the old ones cannot either.
    store.untilReady().catch(() => undefined);
    store.whole.then(tell('whole'), tell('failed'));
    return () => {
      isOver = true;
    };
  }, [store]);
  return reading?.store === store ? reading.name : 'reading';
}

const nothing: readonly never[] = [];
