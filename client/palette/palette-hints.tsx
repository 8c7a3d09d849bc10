import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { Kbd } from '#client/ui/kbd.tsx';

const signs = [
  { sign: '>', word: 'commands' },
  { sign: '#', word: 'labels' },
  { sign: '/', word: 'projects' },
] as const;

/** What the first sign of a question means; pressed, it is written. */
export function PaletteHints({ onSign }: { onSign: (sign: string) => void }) {
  const { hints } = usePaletteWords();
  const write = (event: React.MouseEvent, sign: string) => {
    onSign(sign);
    const dialog = event.currentTarget.closest('[role="dialog"]');
    dialog?.querySelector('input')?.focus();
  };
  return (
    <div className="flex h-10 shrink-0 items-center gap-1 border-t border-line px-2.5 text-xs text-muted pointer-coarse:h-12">
      {signs.map(({ sign, word }) => (
        <button
          key={sign}
          type="button"
          onClick={(event) => write(event, sign)}
          className="press inline-flex h-7 items-center gap-1.5 rounded-control px-1.5 hover:bg-raised hover:text-text pointer-coarse:h-11"
        >
          <Kbd keys={sign} />
          {hints[word]}
        </button>
      ))}
      <span className="grow" />
      <span className="inline-flex items-center gap-1.5 px-1.5 max-sm:hidden">
        <Kbd keys="↵" />
        {hints.run}
      </span>
    </div>
  );
}
