import { type ComponentProps, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Preferences } from '#client/settings/preferences.ts';
import { TaskListPage } from '#client/tasks/task-list-page.tsx';

const LayoutSwitch = lazy(async () => ({
  default: (await import('#client/layout-switch.tsx')).LayoutSwitch,
}));
const OtherLayout = lazy(async () => ({
  default: (await import('#client/other-layout.tsx')).OtherLayout,
}));

/** A view, and what is remembered of how the person wants it. */
export interface LaidOutViewProps extends ComponentProps<typeof TaskListPage> {
  /** The path of the view: its layout is remembered by it. */
  path: string;
  preferences: Preferences;
  onPreferences: (part: Partial<Preferences>) => void;
}

/** A view as the list, board or calendar that the person last made of it on this device. */
export function LaidOutView(props: LaidOutViewProps) {
  const headerActions = (
    <>
      <Suspense fallback={<span className="w-8 sm:w-28" />}>
        <LayoutSwitch {...props} />
      </Suspense>
      {props.headerActions}
    </>
  );
  const look = props.preferences.looks[props.path];
  const Page = look === 'board' || look === 'calendar' ? OtherLayout : TaskListPage;
  return <Page {...props} headerActions={headerActions} />;
}
