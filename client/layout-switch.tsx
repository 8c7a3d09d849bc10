import type { LaidOutViewProps } from '#client/laid-out-view.tsx';
import { layoutOf, withLayout } from '#client/view-looks.ts';
import { ViewSwitch } from '#client/view-switch.tsx';

/** The ways in which a view can be laid out, to choose from. */
export function LayoutSwitch({ view, path, preferences, onPreferences }: LaidOutViewProps) {
  const { looks } = preferences;
  return (
    <ViewSwitch
      layout={layoutOf(looks, path)}
      // One day is no calendar.
      layouts={view.name === 'today' ? ['list', 'board'] : ['list', 'board', 'calendar']}
      onLayout={(layout) => onPreferences({ looks: withLayout(looks, path, layout) })}
    />
  );
}
