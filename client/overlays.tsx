import { lazy } from '#client/ui/lazy.ts';
import type { AppProps } from '#client/app.tsx';
import type { Preferences } from '#client/settings/preferences.ts';
import type { GlobalActions } from '#client/use-global-keys.ts';

const PaletteView = lazy(async () => ({
  default: (await import('#client/palette-view.tsx')).PaletteView,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('#client/shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const QuickAddDialog = lazy(async () => ({
  default: (await import('#client/tasks/quick-add-dialog.tsx')).QuickAddDialog,
}));

/** What is open over the app: all keys, the palette, the palette for finding things only, or a line for a new task. */
export type Overlay = 'keys' | 'palette' | 'search' | 'add';

/** What the parts of the palette get of the app. */
export interface OverlayProps extends AppProps {
  wanted: Preferences;
  actions: GlobalActions;
  onClose: () => void;
}

/** The overlay that is open. */
export function Overlays({ overlay, ...props }: OverlayProps & { overlay: Overlay }) {
  if (overlay === 'add') return <QuickAddDialog onClose={props.onClose} />;
  if (overlay !== 'keys') return <PaletteView {...props} isSearch={overlay === 'search'} />;
  return (
    <ShortcutsDialog
      hasSingleKeys={props.wanted.singleKeys}
      onSingleKeys={(singleKeys) => props.preferences.change({ singleKeys })}
      own={props.wanted.keys}
      onKeys={(keys) => props.preferences.change({ keys })}
      onClose={props.onClose}
    />
  );
}
