import { useEffect, useMemo, useState } from 'react';
import { firstValueFrom, merge, type Observable, of as only } from 'rxjs';
import { useLocation } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { exportData } from '#client/export-data.ts';
import { useStorageWords } from '#client/i18n/compiled/use-storage-words.ts';
import { type BrowserStorage, createStoragePorts } from '#client/storage-ports.ts';
import { isKept } from '#client/storage/keep-asking.ts';
import { countOwn } from '#client/storage/own-tasks.ts';
import { StorageNoticeCard } from '#client/storage/storage-notice.tsx';
import { openDeviceWatch } from '#client/storage/watch-device.ts';
import {
  type StorageNotice,
  type StorageWatch,
  watchStorage,
} from '#client/storage/watch-storage.ts';
import { countGuestChanges } from '#client/store/guest-examples.ts';
import { useLive } from '#client/store/use-live.ts';
import { useToasts } from '#client/ui/toast.tsx';
import type { Task } from '#shared/task';

/** Watches the storage of this device, and says what the browser has cleared, that little room is left, or why it will ask. */
export function StorageView(props: AppProps) {
  const { workspace } = props;
  const ports = useMemo(() => createStoragePorts(props.browser), [props.browser]);
  const watch = useStorageWatch(props, ports);
  const notice = useLive(watch?.notice$ ?? nothing, undefined);
  const words = useStorageWords();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const [canAsk, setCanAsk] = useCanAsk(ports, notice);
  if (watch === undefined || notice === undefined) return null;
  const keep = async () => {
    const isAgreed = await watch.ask();
    setCanAsk(!isAgreed);
    const refused = ports.asksPerson ? words.refusedByPerson : words.refused;
    toasts.show({ id: 'storage', text: isAgreed ? words.agreed : refused });
  };
  return (
    <StorageNoticeCard
      notice={notice}
      hasAccount={workspace.account !== undefined}
      onClose={watch.putAway}
      onSignIn={() => navigate('/login')}
      onImport={() => navigate('/import')}
      onExport={() => void exportData(workspace.store)}
      onSettings={() => navigate('/settings')}
      onKeep={canAsk || notice.name === 'ask' ? () => void keep() : undefined}
    />
  );
}

const nothing: Observable<StorageNotice | undefined> = only(undefined);

/** Watches for as long as this person's data is open. */
function useStorageWatch(
  { session, workspace }: AppProps,
  ports: BrowserStorage,
): StorageWatch | undefined {
  const [watch, setWatch] = useState<StorageWatch>();
  useEffect(() => {
    const { account, store, status$ } = workspace;
    const life: { isOver: boolean; watch?: StorageWatch } = { isOver: false };
    const isStill = () => {
      const state = session.state();
      const userId = state.name === 'signed-out' ? undefined : state.account.userId;
      return !life.isOver && userId === account?.userId;
    };
    const start = async () => {
      await workspace.ready;
      const { userId, workspaceId } = store;
      const home = { userId, workspaceId, madeAs: store.madeAs() };
      const device = await openDeviceWatch(ports, { home, isStill });
      if (!isStill()) return;
      life.watch = watchStorage({
        ports,
        device,
        countWaiting: async () =>
          store.isGuest ? countGuestChanges() : (await firstValueFrom(status$)).waiting,
        countOwnTasks: () => countOwn(store.documents<Task>('task'), store.userId),
        changes$: merge(store.waiting, status$),
      });
      setWatch(life.watch);
    };
    start().catch(reportError);
    return () => {
      life.isOver = true;
      life.watch?.stop();
      setWatch(undefined);
    };
  }, [ports, session, workspace]);
  return watch;
}

/** Whether asking the browser could change anything. */
function useCanAsk(
  { keeper }: Pick<BrowserStorage, 'keeper'>,
  notice: StorageNotice | undefined,
): [boolean, (canAsk: boolean) => void] {
  const [canAsk, setCanAsk] = useState(false);
  useEffect(() => {
    if (notice === undefined || keeper.persist === undefined) return;
    isKept(keeper).then((kept) => setCanAsk(!kept), reportError);
  }, [keeper, notice]);
  return [canAsk, setCanAsk];
}
