import {
  CalendarCheck2,
  CalendarDays,
  CalendarRange,
  ChartNoAxesColumn,
  Diamond,
  Inbox,
  Layers,
  Settings,
  Trash2,
} from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useConflicts } from '#client/conflicts/conflict-queries.ts';
import { useCountText } from '#client/i18n/use-count-text.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ProjectLinks } from '#client/projects/project-links.tsx';
import { SearchButton } from '#client/search-button.tsx';
import { useViewCounts } from '#client/tasks/view-counts.ts';
import { NavLink } from '#client/ui/nav-link.tsx';
import { useToday } from '#client/ui/timing.ts';

const LabelLinks = lazy(async () => ({
  default: (await import('#client/labels/label-links.tsx')).LabelLinks,
}));
const FilterLinks = lazy(async () => ({
  default: (await import('#client/filters/filter-links.tsx')).FilterLinks,
}));

const icon = { className: 'size-4', strokeWidth: 1.75, 'aria-hidden': true };

/** Made once: a link with the same icon and count need not render again when other numbers change. */
const icons = {
  inbox: <Inbox {...icon} />,
  today: <CalendarCheck2 {...icon} />,
  upcoming: <CalendarDays {...icon} />,
  calendar: <CalendarRange {...icon} />,
  all: <Layers {...icon} />,
  statistics: <ChartNoAxesColumn {...icon} />,
  conflicts: <Diamond {...icon} className="size-4 text-conflict" />,
  trash: <Trash2 {...icon} />,
  settings: <Settings {...icon} />,
};

/** Views, projects, and at its foot where the person's changes are. `onGo` hears of each choice (a drawer closes). */
export function Sidebar({
  foot,
  onSearch,
  onGo,
}: {
  foot: ReactNode;
  onSearch?: () => void;
  onGo?: () => void;
}) {
  const { nav, app } = useMessages();
  const counts = useViewCounts(useToday());
  const conflicts = useConflicts();
  const countText = useCountText();
  const closeOnLink = (event: React.MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) onGo?.();
  };
  return (
    <div className="flex min-h-0 grow flex-col">
      <div className="flex h-16 shrink-0 items-center gap-2.5 px-4">
        <img src="/icons/icon.svg" alt="" width="24" height="24" />
        <span className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{app.name}</span>
        {onSearch === undefined ? null : (
          <>
            <span className="grow" />
            <SearchButton onSearch={onSearch} />
          </>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- hears of presses on its links, keys included */}
      <nav
        aria-label={nav.label}
        onClick={closeOnLink}
        className="flex min-h-0 grow scroll-pb-32 flex-col gap-5 overflow-y-auto px-2 pb-3"
      >
        <ul className="flex flex-col gap-px">
          <li>
            <NavLink
              href="/dashboard"
              icon={icons.inbox}
              count={countText(counts.inbox)}
              keys="g i"
            >
              {nav.inbox}
            </NavLink>
          </li>
          <li>
            <NavLink href="/today" icon={icons.today} count={countText(counts.today)} keys="g t">
              {nav.today}
            </NavLink>
          </li>
          <li>
            <NavLink href="/upcoming" icon={icons.upcoming} count={countText(counts.upcoming)}>
              {nav.upcoming}
            </NavLink>
          </li>
          <li>
            <NavLink href="/calendar" icon={icons.calendar} keys="g l">
              {nav.calendar}
            </NavLink>
          </li>
          <li>
            <NavLink href="/all" icon={icons.all} count={countText(counts.all)} keys="g a">
              {nav.all}
            </NavLink>
          </li>
        </ul>
        <ProjectLinks countsById={counts.byProjectId} onGo={onGo} />
        <Suspense>
          <LabelLinks countsById={counts.byLabelId} />
        </Suspense>
        <Suspense>
          <FilterLinks onGo={onGo} />
        </Suspense>
        <ul className="sidebar-end mt-auto flex flex-col gap-px">
          {conflicts.length === 0 ? null : (
            <li>
              <NavLink
                href="/conflicts"
                icon={icons.conflicts}
                count={countText(conflicts.length)}
                testId="conflicts-link"
              >
                {nav.conflicts}
              </NavLink>
            </li>
          )}
          <li>
            <NavLink href="/statistics" icon={icons.statistics} keys="g d" testId="statistics-link">
              {nav.statistics}
            </NavLink>
          </li>
          <li>
            <NavLink href="/trash" icon={icons.trash} testId="trash-link">
              {nav.trash}
            </NavLink>
          </li>
          <li>
            <NavLink href="/settings" icon={icons.settings} testId="settings-link">
              {nav.settings}
            </NavLink>
          </li>
        </ul>
      </nav>
      {foot === null ? null : (
        <div className="flex shrink-0 items-center border-t border-line px-3 py-2">{foot}</div>
      )}
    </div>
  );
}
