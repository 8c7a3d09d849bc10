// Made from catalogs/*/project-form.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { projectFormWords } from './en/project-form-words.ts';
import type { ProjectFormWords } from './types/project-form-words.ts';

/** The words of `project-form` in the person's language. */
export function useProjectFormWords(): ProjectFormWords {
  return useArea('project-form', projectFormWords);
}
