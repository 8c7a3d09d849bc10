import { viewsWords } from '#client/i18n/en-views.ts';

/** The words of the board and the calendar; see there. */
export function useViewsWords(): typeof viewsWords {
  return viewsWords;
}
