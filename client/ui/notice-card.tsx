import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#client/ui/class-names.ts';
import { IconButton } from '#client/ui/button.tsx';

/** Something to know or to decide, over whatever is on the screen, until it was put away. It is read out when it comes, and takes no focus. */
export function NoticeCard({
  icon,
  title,
  testId,
  texts,
  actions,
  place = 'corner',
  closeLabel,
  onClose,
}: {
  icon: ReactNode;
  title: string;
  testId: string;
  texts: readonly string[];
  actions: ReactNode;
  /** In the upper corner; or in the middle, where it leaves an open panel and the messages below free. */
  place?: 'corner' | 'middle';
  closeLabel: string;
  onClose: () => void;
}) {
  return (
    <>
      <div role="alert" className="sr-only">
        {[title, ...texts].join(' ')}
      </div>
      <section
        aria-label={title}
        data-testid={testId}
        className={classNames(
          'fixed inset-x-2 z-30 mx-auto flex max-h-[70dvh] max-w-md animate-rise-in flex-col overflow-y-auto rounded-card border border-line bg-surface ps-4 pe-2 pt-2 pb-3 shadow-float',
          place === 'corner'
            ? 'top-[calc(env(safe-area-inset-top)+0.5rem)] sm:start-auto sm:end-4 sm:top-4 sm:mx-0 sm:w-[26rem]'
            : 'bottom-[calc(env(safe-area-inset-bottom)+9.25rem)] sm:top-4 sm:bottom-auto',
        )}
      >
        <div className="flex items-start gap-3">
          <span className="mt-1.5 shrink-0 [&_svg]:size-[18px]" aria-hidden="true">
            {icon}
          </span>
          <h2 className="min-w-0 grow py-1 font-semibold text-pretty pointer-coarse:py-2.5">
            {title}
          </h2>
          <IconButton label={closeLabel} data-testid="notice-close" onClick={onClose}>
            <X />
          </IconButton>
        </div>
        <div className="flex flex-col gap-2 ps-[30px] pe-2">
          {texts.map((text) => (
            <p key={text} className="text-[0.8125rem] text-pretty text-muted">
              {text}
            </p>
          ))}
          <div className="flex flex-wrap gap-2 pt-1">{actions}</div>
        </div>
      </section>
    </>
  );
}
