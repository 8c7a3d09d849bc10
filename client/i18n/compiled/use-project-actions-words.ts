// Made from catalogs/*/project-actions.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { projectActionsWords } from './en/project-actions-words.ts';
import type { ProjectActionsWords } from './types/project-actions-words.ts';

/** The words of `project-actions` in the person's language. */
export function useProjectActionsWords(): ProjectActionsWords {
  return useArea('project-actions', projectActionsWords);
}
