// Made from catalogs/*/panel.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { panelWords } from './en/panel-words.ts';
import type { PanelWords } from './types/panel-words.ts';

/** The words of `panel` in the person's language. */
export function usePanelWords(): PanelWords {
  return useArea('panel', panelWords);
}
