import {
  CalendarCheck2,
  CalendarDays,
  CloudUpload,
  Diamond,
  Download,
  Inbox,
  Keyboard,
  Layers,
  LogIn,
  Monitor,
  Moon,
  PanelLeft,
  Plus,
  Redo2,
  Rows3,
  Rows4,
  Settings,
  Sun,
  Trash2,
  Undo2,
  Upload,
} from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'wouter';
import { exportData } from '#client/export-data.ts';
import { keyWords } from '#client/i18n/en-keys.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useSessionWords } from '#client/session/use-session-words.ts';
import { useSettingsWords } from '#client/settings/use-settings-words.ts';
import { idsOf, keysOf } from '#client/keys/find-shortcut.ts';
import { viewPaths } from '#client/keys/shortcuts.ts';
import type { OverlayProps } from '#client/overlays.tsx';
import type { PaletteEntry } from '#client/palette/palette-entries.ts';
import { foldText } from '#shared/fold-text';
import { useMediaQuery } from '#client/ui/use-media-query.ts';

const { labels } = keyWords.keys;
const words = keyWords.palette;

/** What can be done anywhere; with a shortcut it does just what the shortcut does. */
export function useActionEntries(of: OverlayProps): readonly PaletteEntry[] {
  const { actions, workspace, preferences } = of;
  const settings = useSettingsWords();
  const isGuest = workspace.account === undefined;
  // On narrow screens there is no sidebar to hide.
  const isWide = useMediaQuery('(min-width: 1024px)');
  return useMemo(() => {
    const byKey = (id: keyof typeof actions, icon: ReactNode): PaletteEntry =>
      entryOf({
        id,
        title: labels[id],
        icon,
        keys: keysOf('anywhere', id)[0],
        run: () => actions[id](),
      });
    return [
      byKey('add', <Plus />),
      byKey('undo', <Undo2 />),
      byKey('redo', <Redo2 />),
      ...(isGuest ? [] : [byKey('sync', <CloudUpload />)]),
      ...(isWide ? [byKey('sidebar', <PanelLeft />)] : []),
      byKey('help', <Keyboard />),
      entryOf({
        id: 'export',
        title: settings.export,
        icon: <Download />,
        run: () => void exportData(workspace.store),
      }),
      ...lookEntries(preferences.change),
    ];
  }, [actions, isGuest, isWide, preferences, settings, workspace]);
}

/** Themes and row heights, once they are asked for. */
function lookEntries(change: OverlayProps['preferences']['change']): PaletteEntry[] {
  const themes = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const;
  const densities = { comfortable: <Rows3 />, compact: <Rows4 /> } as const;
  const theme = (name: keyof typeof themes) =>
    entryOf({
      id: `theme-${name}`,
      title: words.themes[name],
      icon: themes[name],
      isQuiet: true,
      run: () => change({ theme: name }),
    });
  const density = (name: keyof typeof densities) =>
    entryOf({
      id: `density-${name}`,
      title: words.densities[name],
      icon: densities[name],
      isQuiet: true,
      run: () => change({ density: name }),
    });
  return [
    theme('light'),
    theme('dark'),
    theme('system'),
    density('comfortable'),
    density('compact'),
  ];
}

const viewIcons = {
  'go-inbox': <Inbox />,
  'go-today': <CalendarCheck2 />,
  'go-upcoming': <CalendarDays />,
  'go-all': <Layers />,
  'go-conflicts': <Diamond />,
  'go-trash': <Trash2 />,
  'go-settings': <Settings />,
};

/** Where one can go. */
export function useViewEntries({ workspace }: OverlayProps): readonly PaletteEntry[] {
  const { nav } = useMessages();
  const session = useSessionWords();
  const [, navigate] = useLocation();
  const isGuest = workspace.account === undefined;
  return useMemo(() => {
    const views = idsOf('views').map((id) =>
      entryOf({
        id,
        title: labels[id],
        icon: viewIcons[id],
        keys: keysOf('views', id)[0],
        run: () => navigate(viewPaths[id]),
      }),
    );
    const place = (id: string, title: string, icon: ReactNode) =>
      entryOf({ id, title, icon, run: () => navigate(`/${id}`) });
    return [
      ...views,
      place('import', nav.import, <Upload />),
      ...(isGuest ? [place('login', session.signIn, <LogIn />)] : []),
    ];
  }, [isGuest, nav, navigate, session]);
}

/** An entry as it is compared. */
export function entryOf(entry: Omit<PaletteEntry, 'folded'>): PaletteEntry {
  return { ...entry, folded: foldText(entry.title) };
}
