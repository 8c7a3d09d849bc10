import { CalendarRange, Columns3, List } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useLayoutsWords } from '#client/i18n/compiled/use-layouts-words.ts';
import type { OverlayProps } from '#client/overlays.tsx';
import { entryOf } from '#client/palette-commands.tsx';
import { layoutOf, withLayout } from '#client/view-looks.ts';
import type { PaletteEntry } from '#client/palette/palette-entries.ts';

const layouts = [
  { layout: 'list', icon: <List /> },
  { layout: 'board', icon: <Columns3 /> },
  { layout: 'calendar', icon: <CalendarRange /> },
] as const;
const none: readonly PaletteEntry[] = [];

/** The other ways in which the view that is open can be laid out. */
export function useLayoutEntries({ wanted, preferences }: OverlayProps): readonly PaletteEntry[] {
  const words = useLayoutsWords();
  const [location] = useLocation();
  return useMemo(() => {
    if (!/^\/(dashboard|today|all|project\/.+)$/.test(location)) return none;
    const { looks } = wanted;
    return layouts
      .filter(({ layout }) => layout !== layoutOf(looks, location))
      .filter(({ layout }) => layout !== 'calendar' || location !== '/today')
      .map(({ layout, icon }) =>
        entryOf({
          id: `layout-${layout}`,
          title: words.showAs[layout],
          icon,
          run: () => preferences.change({ looks: withLayout(looks, location, layout) }),
        }),
      );
  }, [location, wanted, preferences, words]);
}
