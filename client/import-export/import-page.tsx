import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { ExportSection } from './export-section.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportStep } from './import-step.tsx';
import { useImport } from './use-import.ts';

/** Brings tasks in from a Todoist backup, a calendar or a TaskFlow export, shows first what will happen, and takes data out. */
export function ImportPage({ store }: { store: AppStore }) {
  const words = useImportWords();
  const steps = useImport(store);
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.title} />
      <div className="min-h-0 grow overflow-y-auto pb-28">
        <div className="mx-auto flex max-w-[760px] flex-col gap-10 px-4 sm:px-[42px]">
          <ImportStep
            {...steps}
            choosing={
              <div className="flex flex-col gap-4">
                <p>{words.intro}</p>
                <FileDrop onFiles={steps.choose} />
                <p className="text-muted">{words.todoistHint}</p>
                <p className="text-muted">{words.calendarHint}</p>
              </div>
            }
          />
          <ExportSection store={store} />
        </div>
      </div>
    </section>
  );
}
