import { Download } from 'lucide-react';
import { useState } from 'react';
import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { Button } from '#client/ui/button.tsx';
import { type ExportedFile, exportCsvFile, exportJsonFiles, saveFile } from './export-files.ts';

/** Takes everything out: as a full copy, or as a table for spreadsheets. */
export function ExportSection({ store }: { store: AppStore }) {
  const words = useImportWords();
  const [isCollecting, setIsCollecting] = useState(false);
  const save = (collect: () => Promise<readonly ExportedFile[]>) => {
    setIsCollecting(true);
    collect()
      .then((files) => files.forEach(saveFile), reportError)
      .finally(() => setIsCollecting(false))
      .catch(reportError);
  };
  return (
    <section aria-label={words.exportTitle} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{words.exportTitle}</h2>
      <p className="text-muted">{words.exportText}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={isCollecting}
          data-testid="export-json"
          onClick={() => save(() => exportJsonFiles(store))}
        >
          <Download />
          {words.exportJson}
        </Button>
        <Button
          disabled={isCollecting}
          data-testid="export-csv"
          onClick={() => save(async () => [await exportCsvFile(store)])}
        >
          <Download />
          {words.exportCsv}
        </Button>
      </div>
      {isCollecting ? <p aria-live="polite">{words.exporting}</p> : null}
    </section>
  );
}
