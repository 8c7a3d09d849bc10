// Made from catalogs/en/panel.json by `npm run words`; edit that instead.
import type { PanelWords } from '../types/panel-words.ts';

/** The words of `panel` in the language `en`. */
export const panelWords: PanelWords = {
  addLabels: 'Add labels',
  estimate: 'Estimate',
};
