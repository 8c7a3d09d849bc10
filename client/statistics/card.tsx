import { CircleQuestionMark } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { classNames } from '#client/ui/class-names.ts';

/** One thing to know, with a way to read how it is counted. */
export function Card({
  title,
  help,
  testId,
  className,
  children,
}: {
  title: string;
  help: string;
  testId: string;
  className?: string;
  children: ReactNode;
}) {
  const words = useStatisticsWords();
  const helpId = useId();
  const [hasHelp, setHasHelp] = useState(false);
  const helpLabel = words.help({ title });
  return (
    <section
      aria-label={title}
      data-testid={testId}
      className={classNames(
        '@container flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface px-4 pt-2.5 pb-4 sm:px-5',
        className,
      )}
    >
      <div className="-me-2 flex items-center gap-2">
        <h2 className="min-w-0 grow truncate text-[0.8125rem] font-medium text-muted">{title}</h2>
        <button
          type="button"
          aria-label={helpLabel}
          aria-expanded={hasHelp}
          aria-controls={helpId}
          data-tooltip={helpLabel}
          onClick={() => setHasHelp(!hasHelp)}
          className="press inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted hover:bg-raised hover:text-text pointer-coarse:size-11 [&_svg]:size-4"
        >
          <CircleQuestionMark strokeWidth={1.75} />
        </button>
      </div>
      <p id={helpId} hidden={!hasHelp} className="-mt-2 text-[0.8125rem] text-pretty text-muted">
        {help}
      </p>
      {children}
    </section>
  );
}
