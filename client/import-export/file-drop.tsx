import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';

/**
 * Takes files by the system's dialog or by dropping them. The file input itself lies over the whole area: browsers
 * let files be dropped on it, so that keyboard, pointer and drag all reach one and the same control.
 */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useImportWords();
  const [isOver, setIsOver] = useState(false);
  return (
    <label
      data-over={isOver}
      className="relative flex flex-col items-center gap-2 rounded-card border border-dashed border-edge bg-surface px-6 py-10 text-center focus-within:outline-2 focus-within:outline-accent hover:bg-raised data-[over=true]:bg-accent-soft"
    >
      <Upload className="size-6 text-muted" aria-hidden="true" />
      <span className="font-medium">{words.choose}</span>
      <span className="text-muted">{words.drop}</span>
      <input
        type="file"
        multiple
        accept=".csv,.ics,.json,text/csv,text/calendar,application/json"
        data-testid="import-file-input"
        className="absolute inset-0 cursor-pointer opacity-0"
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was corrected.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
