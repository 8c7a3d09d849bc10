// Made from catalogs/ar/layouts.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { LayoutsWords } from '../types/layouts-words.ts';

/** The words of `layouts` in the language `ar`. */
export const layoutsWords: LayoutsWords = {
  label: 'العرض على شكل',
  current: (of) => `العرض على شكل: ${text(of.name)}`,
  list: 'قائمة',
  board: 'لوحة',
  calendar: 'تقويم',
  showAs: {
    list: 'عرض على شكل قائمة',
    board: 'عرض على شكل لوحة',
    calendar: 'عرض على شكل تقويم',
  },
};
