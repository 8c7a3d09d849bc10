import {
  CalendarCheck2,
  CalendarDays,
  CalendarRange,
  CloudUpload,
  Columns3,
  FolderOpen,
  Diamond,
  Download,
  Inbox,
  Keyboard,
  Languages,
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
import type { PaletteWords } from '#client/i18n/compiled/types/palette-words.ts';
import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { languageCodes, languages } from '#client/i18n/languages.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
import { idsOf, keysOf } from '#client/keys/find-shortcut.ts';
import { viewPaths } from '#client/keys/shortcuts.ts';
import type { OverlayProps } from '#client/overlays.tsx';
import type { PaletteEntry } from '#client/palette/palette-entries.ts';
import { foldText } from '#shared/fold-text';
import { useMediaQuery } from '#client/ui/use-media-query.ts';

/** What can be done anywhere; with a shortcut it does just what the shortcut does. */
export function useActionEntries(of: OverlayProps): readonly PaletteEntry[] {
  const { actions, workspace, preferences } = of;
  const settings = useSettingsWords();
  const { labels } = useKeysWords();
  const words = usePaletteWords();
  const [, navigate] = useLocation();
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
        id: 'workspace',
        title: words.newWorkspace,
        icon: <Layers />,
        run: () => navigate('?new=workspace'),
      }),
      entryOf({
        id: 'export',
        title: settings.export,
        icon: <Download />,
        run: () => void exportData(workspace.store),
      }),
      ...lookEntries(words, preferences.change),
      ...languageEntries(words, preferences.change),
    ];
  }, [actions, isGuest, isWide, labels, navigate, preferences, settings, words, workspace]);
}

/** Themes and row heights, once they are asked for. */
function lookEntries(
  words: PaletteWords,
  change: OverlayProps['preferences']['change'],
): PaletteEntry[] {
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

/** Every language under its own name, once it is asked for. */
function languageEntries(
  words: PaletteWords,
  change: OverlayProps['preferences']['change'],
): PaletteEntry[] {
  return languageCodes.map((language) =>
    entryOf({
      id: `language-${language}`,
      title: words.language({ name: languages[language].name }),
      icon: <Languages />,
      isQuiet: true,
      run: () => change({ language }),
    }),
  );
}

const viewIcons = {
  'go-inbox': <Inbox />,
  'go-today': <CalendarCheck2 />,
  'go-upcoming': <CalendarDays />,
  'go-calendar': <CalendarRange />,
  'go-all': <Layers />,
  'go-projects': <FolderOpen />,
  'go-board': <Columns3 />,
  'go-conflicts': <Diamond />,
  // As in the sidebar, which draws it thinner; a picture that two files share is a file of its own, three times as large.
  'go-statistics': (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M5 21v-6M12 21V3M19 21V9" />
    </svg>
  ),
  'go-trash': <Trash2 />,
  'go-settings': <Settings />,
};

/** Where one can go. */
export function useViewEntries({ workspace }: OverlayProps): readonly PaletteEntry[] {
  const { nav } = useMessages();
  const words = usePaletteWords();
  const { labels } = useKeysWords();
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
      ...(isGuest ? [place('login', words.signIn, <LogIn />)] : []),
    ];
  }, [isGuest, labels, nav, navigate, words]);
}

/** An entry as it is compared. */
export function entryOf(entry: Omit<PaletteEntry, 'folded'>): PaletteEntry {
  return { ...entry, folded: foldText(entry.title) };
}
