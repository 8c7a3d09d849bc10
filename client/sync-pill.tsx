import {
  Check,
  CircleAlert,
  CloudOff,
  CloudUpload,
  HardDrive,
  type LucideIcon,
  RefreshCw,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { SyncWords } from '#client/i18n/compiled/types/sync-words.ts';
import { useSyncWords } from '#client/i18n/compiled/use-sync-words.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { unreachable } from '#shared/unreachable';
import { classNames } from '#client/ui/class-names.ts';
import { useToasts } from '#client/ui/toast.tsx';
import { useTiming } from '#client/ui/timing.ts';

const icons: Record<SyncStatus['name'], LucideIcon> = {
  local: HardDrive,
  offline: CloudOff,
  syncing: CloudUpload,
  getting: RefreshCw,
  synced: Check,
  retrying: CloudOff,
  'needs-sign-in': CircleAlert,
  attention: CircleAlert,
  'update-required': CircleAlert,
};
const urgent = new Set<SyncStatus['name']>(['needs-sign-in', 'attention', 'update-required']);

/** One quiet pill that always says where the person's changes are; pressed, it says what that means and does what helps. */
export function SyncPill({
  status,
  isCompact,
  onSyncNow,
}: {
  status: SyncStatus;
  /** Only a picture while all is well, where there is little room. */
  isCompact: boolean;
  onSyncNow: () => void;
}) {
  const sync = useSyncWords();
  const [, navigate] = useLocation();
  const toasts = useToasts();
  const seconds = useSecondsUntil(status.name === 'retrying' ? status.retryAtMs : undefined);
  const words = statusWords(status, { sync, seconds });
  const Icon = icons[status.name];
  const isQuiet = status.name === 'synced' || status.name === 'local' || status.name === 'syncing';
  const showsWords = !isCompact || !isQuiet;
  const press = () => {
    if (status.name === 'local') return navigate('/login?new');
    if (status.name === 'needs-sign-in') return navigate('/login');
    // What a tooltip says to a pointer; a finger has none, and a press without an answer looks broken.
    toasts.show({ id: 'sync', text: sync.explain[status.name] });
    return onSyncNow();
  };
  return (
    <button
      type="button"
      data-testid="sync-status"
      data-sync={status.name}
      data-waiting={status.waiting}
      aria-label={`${sync.label}: ${words}`}
      data-tooltip={sync.explain[status.name]}
      onClick={press}
      className={classNames(
        'press inline-flex h-7 max-w-full min-w-7 items-center gap-2 rounded-full px-2 text-xs font-medium hover:bg-raised pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center',
        urgent.has(status.name) ? 'text-warn' : 'text-muted',
      )}
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.75} aria-hidden="true" />
      {showsWords ? (
        <span className="tabular truncate max-sm:max-w-36">
          {isCompact ? (shortWords(status, sync) ?? words) : words}
        </span>
      ) : null}
    </button>
  );
}

/** What the status says in the words of the catalog. */
function statusWords(
  status: SyncStatus,
  { sync, seconds }: { sync: SyncWords; seconds: number },
): string {
  switch (status.name) {
    case 'local':
      return sync.local;
    case 'offline':
      return sync.offline(status);
    case 'syncing':
      return sync.syncing(status);
    case 'getting':
      return status.total === undefined
        ? sync.getting(status)
        : sync.gettingOf({ received: status.received, total: status.total });
    case 'synced':
      return sync.synced;
    case 'retrying':
      return sync.retrying({ seconds });
    case 'needs-sign-in':
      return sync.needsSignIn(status);
    case 'attention':
      return sync.attention(status);
    case 'update-required':
      return sync.updateRequired;
    default:
      return unreachable(status);
  }
}

/** The part that matters most, where the title of the view needs the room; undefined where nothing can go. */
function shortWords({ name, waiting }: SyncStatus, sync: SyncWords): string | undefined {
  if (name === 'offline' && waiting > 0) return sync.changesWaiting({ waiting });
  return name === 'needs-sign-in' ? sync.needsSignIn({ waiting: 0 }) : undefined;
}

/** Whole seconds until an instant, counted down while it is shown; 0 without one. */
function useSecondsUntil(atMs: number | undefined): number {
  const timing = useTiming();
  const [nowMs, setNowMs] = useState(() => timing.nowMs());
  useEffect(() => {
    if (atMs === undefined) return undefined;
    let cancel = () => {};
    const step = () => {
      setNowMs(timing.nowMs());
      cancel = timing.after(1_000, step);
    };
    step();
    return () => cancel();
  }, [atMs, timing]);
  return atMs === undefined ? 0 : Math.max(0, Math.ceil((atMs - nowMs) / 1_000));
}
