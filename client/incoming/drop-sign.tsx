import { FileDown } from 'lucide-react';
import { useIncomingWords } from '#client/i18n/compiled/use-incoming-words.ts';

/** Over the whole page while a file is dragged over it. */
export function DropSign() {
  const words = useIncomingWords();
  return (
    <div
      data-testid="drop-sign"
      className="pointer-events-none fixed inset-0 z-50 flex animate-fade-in items-center justify-center bg-bg/85 p-4"
    >
      <p className="flex flex-col items-center gap-3 rounded-card border-2 border-dashed border-accent bg-surface px-10 py-8 text-center font-medium shadow-float">
        <FileDown className="size-8 text-accent" aria-hidden="true" />
        {words.drop}
      </p>
    </div>
  );
}
