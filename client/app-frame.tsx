import { CalendarCheck2, Inbox, Layers, type LucideIcon, Menu as MenuIcon } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link, useRoute } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { Sidebar } from '#client/sidebar.tsx';
import { SyncPill } from '#client/sync-pill.tsx';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { useViewCounts } from '#client/tasks/view-counts.ts';
import { classNames } from '#client/ui/class-names.ts';
import { useToday } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { HeaderExtraContext } from '#client/ui/view-header.tsx';

const Sheet = lazy(async () => ({ default: (await import('#client/ui/dialog.tsx')).Sheet }));

/** Around every view: the sidebar where there is room, else a bar within reach of the thumb. */
export function AppFrame({
  status,
  isSidebarHidden,
  onSyncNow,
  children,
}: {
  status: SyncStatus;
  isSidebarHidden: boolean;
  onSyncNow: () => void;
  children: ReactNode;
}) {
  const { nav } = useMessages();
  const today = useToday();
  const counts = useViewCounts(today);
  const isWide = useMediaQuery('(min-width: 1024px)');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const hasSidebar = isWide && !isSidebarHidden;
  const pill = (isCompact: boolean) => (
    <SyncPill status={status} isCompact={isCompact} onSyncNow={onSyncNow} />
  );
  return (
    <div className="flex h-full overflow-hidden">
      <a
        href="#main"
        className="z-50 rounded-control bg-surface px-3 py-2 not-focus:sr-only focus:fixed focus:top-2 focus:left-2 focus:shadow-float"
      >
        {nav.skipToList}
      </a>
      {hasSidebar ? (
        <aside className="flex w-[244px] shrink-0 flex-col border-r border-line">
          <Sidebar counts={counts} foot={pill(false)} />
        </aside>
      ) : null}
      <div className="flex min-w-0 grow flex-col">
        <main id="main" tabIndex={-1} className="flex min-h-0 grow outline-none">
          <HeaderExtraContext value={hasSidebar ? null : pill(true)}>{children}</HeaderExtraContext>
        </main>
        {isWide ? null : <PhoneBar onMore={() => setIsDrawerOpen(true)} />}
      </div>
      {isWide || !isDrawerOpen ? null : (
        <Suspense>
          <Sheet isOpen onClose={() => setIsDrawerOpen(false)} title={nav.label} side="left">
            <Sidebar counts={counts} foot={null} onGo={() => setIsDrawerOpen(false)} />
          </Sheet>
        </Suspense>
      )}
    </div>
  );
}

function PhoneBar({ onMore }: { onMore: () => void }) {
  const { nav, common } = useMessages();
  return (
    <nav
      aria-label={nav.label}
      className="safe-bottom z-10 shrink-0 border-t border-line bg-surface"
    >
      <ul className="grid h-14 grid-cols-4">
        <PhoneLink href="/dashboard" icon={Inbox}>
          {nav.inbox}
        </PhoneLink>
        <PhoneLink href="/today" icon={CalendarCheck2}>
          {nav.today}
        </PhoneLink>
        <PhoneLink href="/all" icon={Layers}>
          {nav.all}
        </PhoneLink>
        <li className="contents">
          <button
            type="button"
            aria-label={nav.openMenu}
            data-testid="open-menu"
            onClick={onMore}
            className={classNames(phoneItem, 'text-muted')}
          >
            <MenuIcon className="size-5" strokeWidth={1.75} aria-hidden="true" />
            {common.more}
          </button>
        </li>
      </ul>
    </nav>
  );
}

const phoneItem =
  'press flex flex-col items-center justify-center gap-1 text-[0.6875rem] leading-3 font-medium focus-visible:outline-offset-[-4px]';

function PhoneLink({
  href,
  icon: Icon,
  children,
}: {
  href: string;
  icon: LucideIcon;
  children: string;
}) {
  const [isHere] = useRoute(href);
  return (
    <li className="contents">
      <Link
        href={href}
        aria-current={isHere ? 'page' : undefined}
        className={classNames(phoneItem, isHere ? 'text-accent' : 'text-muted')}
      >
        <Icon className="size-5" strokeWidth={1.75} aria-hidden="true" />
        {children}
      </Link>
    </li>
  );
}
