// Made from catalogs/*/notes.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { notesWords } from './en/notes-words.ts';
import type { NotesWords } from './types/notes-words.ts';

/** The words of `notes` in the person's language. */
export function useNotesWords(): NotesWords {
  return useArea('notes', notesWords);
}
