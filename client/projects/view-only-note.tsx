import { Eye } from 'lucide-react';
import { useMessages } from '#client/i18n/messages.ts';

/** Says on the page of a project that the person may only look at it. */
export function ViewOnlyNote() {
  const { errors } = useMessages();
  return (
    <div className="mx-auto w-full max-w-[760px] shrink-0 px-4 pb-2 sm:ps-[42px] sm:pe-5">
      <p
        data-testid="view-only"
        className="flex items-center gap-2 rounded-control bg-raised px-3 py-1.5 text-[0.8125rem] text-muted"
      >
        <Eye className="size-4 shrink-0" aria-hidden="true" />
        {errors.viewOnly}
      </p>
    </div>
  );
}
