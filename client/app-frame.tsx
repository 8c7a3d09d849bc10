import {
  CalendarCheck2,
  Inbox,
  Layers,
  type LucideIcon,
  Menu as MenuIcon,
  Search,
} from 'lucide-react';
import { type ComponentProps, type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Link, useRoute } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { SearchButton } from '#client/search-button.tsx';
import type { Sidebar } from '#client/sidebar.tsx';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { classNames } from '#client/ui/class-names.ts';
import { Guard } from '#client/ui/guard.tsx';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { HeaderExtraContext } from '#client/ui/view-header.tsx';
import { laterCode, useLoaded } from '#client/use-loaded.ts';

const SyncPill = lazy(async () => ({ default: (await import('#client/sync-pill.tsx')).SyncPill }));
const sidebar = laterCode(() => import('#client/sidebar.tsx'));
const Sheet = lazy(async () => ({ default: (await import('#client/ui/dialog.tsx')).Sheet }));

/** Around every view: the sidebar where there is room, else a bar within reach of the thumb. */
export function AppFrame({
  status,
  isSidebarHidden,
  onSyncNow,
  onPalette,
  onSearch,
  children,
}: {
  status: SyncStatus;
  isSidebarHidden: boolean;
  onSyncNow: () => void;
  /** Opens the palette with its commands. */
  onPalette: () => void;
  /** Opens it for finding things only: on a phone that is what is looked for. */
  onSearch: () => void;
  children: ReactNode;
}) {
  const { nav } = useMessages();
  const isWide = useMediaQuery('(min-width: 1024px)');
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const hasSidebar = isWide && !isSidebarHidden;
  const pill = (isCompact: boolean) => (
    <Suspense fallback={<span className="size-7 pointer-coarse:size-11" />}>
      <SyncPill status={status} isCompact={isCompact} onSyncNow={onSyncNow} />
    </Suspense>
  );
  const extra = hasSidebar ? null : (
    <>
      {isWide ? <SearchButton onSearch={onPalette} /> : null}
      {pill(true)}
    </>
  );
  return (
    <div className="flex h-full overflow-hidden">
      <a
        href="#main"
        className="z-50 rounded-control bg-surface px-3 py-2 not-focus:sr-only focus:fixed focus:top-2 focus:start-2 focus:shadow-float"
      >
        {nav.skipToList}
      </a>
      {hasSidebar ? (
        <aside className="flex w-[244px] shrink-0 flex-col border-e border-line">
          <Guard place="sidebar">
            <LaterSidebar foot={pill(false)} onSearch={onPalette} />
          </Guard>
        </aside>
      ) : null}
      <div className="flex min-w-0 grow flex-col">
        <main id="main" tabIndex={-1} className="flex min-h-0 grow outline-none">
          <HeaderExtraContext value={extra}>{children}</HeaderExtraContext>
        </main>
        {isWide ? null : <PhoneBar onSearch={onSearch} onMore={() => setIsDrawerOpen(true)} />}
      </div>
      {isWide || !isDrawerOpen ? null : (
        <Guard place="over" onClose={() => setIsDrawerOpen(false)}>
          <Suspense>
            <Sheet isOpen onClose={() => setIsDrawerOpen(false)} title={nav.label} side="start">
              <LaterSidebar foot={null} onGo={() => setIsDrawerOpen(false)} />
            </Sheet>
          </Suspense>
        </Guard>
      )}
    </div>
  );
}

/** The list is painted first; its surroundings follow in the next frame. */
function LaterSidebar(props: ComponentProps<typeof Sidebar>) {
  const loaded = useLoaded(sidebar);
  return loaded === undefined ? null : <loaded.Sidebar {...props} />;
}

function PhoneBar({ onSearch, onMore }: { onSearch: () => void; onMore: () => void }) {
  const { nav, common } = useMessages();
  return (
    <nav
      aria-label={nav.label}
      className="safe-bottom z-10 shrink-0 border-t border-line bg-surface"
    >
      <ul className="grid h-14 grid-cols-5">
        <PhoneLink href="/dashboard" icon={Inbox}>
          {nav.inbox}
        </PhoneLink>
        <PhoneLink href="/today" icon={CalendarCheck2}>
          {nav.today}
        </PhoneLink>
        <PhoneLink href="/all" icon={Layers}>
          {nav.all}
        </PhoneLink>
        <PhoneButton icon={Search} testId="open-search" onPress={onSearch}>
          {nav.search}
        </PhoneButton>
        <PhoneButton icon={MenuIcon} testId="open-menu" onPress={onMore}>
          {common.more}
        </PhoneButton>
      </ul>
    </nav>
  );
}

const phoneItem =
  'press flex flex-col items-center justify-center gap-1 text-[0.6875rem] leading-3 font-medium focus-visible:outline-offset-[-4px]';

function PhoneButton({
  icon: Icon,
  testId,
  onPress,
  children,
}: {
  icon: LucideIcon;
  testId: string;
  onPress: () => void;
  children: string;
}) {
  return (
    <li className="contents">
      <button
        type="button"
        data-testid={testId}
        onClick={onPress}
        className={classNames(phoneItem, 'text-muted')}
      >
        <Icon className="size-5" strokeWidth={1.75} aria-hidden="true" />
        {children}
      </button>
    </li>
  );
}

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
