// Made from catalogs/*/actions.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { actionsWords } from './en/actions-words.ts';
import type { ActionsWords } from './types/actions-words.ts';

/** The words of `actions` in the person's language. */
export function useActionsWords(): ActionsWords {
  return useArea('actions', actionsWords);
}
