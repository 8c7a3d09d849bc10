// Made from catalogs/ar/panel.json by `npm run words`; edit that instead.
import type { PanelWords } from '../types/panel-words.ts';

/** The words of `panel` in the language `ar`. */
export const panelWords: PanelWords = {
  addLabels: 'إضافة وسوم',
  estimate: 'المدة',
};
