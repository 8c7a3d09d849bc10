/** Files by what is done with them: notes are lines for tasks, all others are read by the import, which says what it cannot read. */
export interface SortedFiles {
  notes: readonly File[];
  imports: readonly File[];
}

const noteNames = /\.(?:txt|md|markdown|text)$/i;

/** See `SortedFiles`. */
export function sortFiles(files: readonly File[]): SortedFiles {
  const isNote = ({ name, type }: File) =>
    noteNames.test(name) || (type === 'text/plain' && !/\.\w+$/.test(name));
  return {
    notes: files.filter(isNote),
    imports: files.filter((file) => !isNote(file)),
  };
}
