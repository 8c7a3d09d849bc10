// Made from catalogs/*/workspaces.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { workspacesWords } from './en/workspaces-words.ts';
import type { WorkspacesWords } from './types/workspaces-words.ts';

/** The words of `workspaces` in the person's language. */
export function useWorkspacesWords(): WorkspacesWords {
  return useArea('workspaces', workspacesWords);
}
