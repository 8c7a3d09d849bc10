import { useDeferredValue, useId } from 'react';
import { useFiltersWords } from '#client/i18n/compiled/use-filters-words.ts';
import { Button } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { QueryField } from './query-field.tsx';
import { useFilter } from './use-filter.ts';

/** The query of a filter with how many tasks fit it now, what is wrong with it, and what may have been meant. */
export function QueryEditor({
  query,
  onChange,
  onSubmit,
}: {
  query: string;
  onChange: (query: string) => void;
  onSubmit: () => void;
}) {
  const words = useFiltersWords();
  const labelId = useId();
  const errorId = useId();
  // Ten thousand tasks are counted after the letter is on the screen.
  const readQuery = useDeferredValue(query);
  const result = useFilter(readQuery);
  const [error] = result.errors;
  // Nothing typed is no fault, also not while the first letter has not been read yet.
  const isEmpty = query.trim() === '' || readQuery.trim() === '';
  const suggestion = error?.suggestion;
  // What else could stand there; of names, those that there are.
  const instead: Readonly<Record<string, string>> = { ...words.instead };
  return (
    <div role="group" aria-labelledby={labelId} className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-[0.8125rem]">
        <span id={labelId} className="font-medium">
          {words.query}
        </span>
        <span role="status" data-testid="filter-count" className="tabular text-muted">
          {result.isReadable ? words.found({ count: result.count }) : ''}
        </span>
      </div>
      <QueryField
        query={query}
        names={result.context}
        error={isEmpty ? undefined : error}
        errorId={errorId}
        onChange={onChange}
        onSubmit={onSubmit}
      />
      <div id={errorId} aria-live="polite" className="min-h-5 text-[0.8125rem]">
        {error === undefined || isEmpty ? null : (
          <p
            data-testid="filter-error"
            className={classNames(error.code === 'maybe-term' ? 'text-muted' : 'text-danger')}
          >
            {words.faults[error.code]}{' '}
            {suggestion === undefined && error.expected.length > 0 ? (
              <span className="text-muted">
                {words.expected({
                  examples: instead[error.code] ?? error.expected.slice(0, 4).join(', '),
                })}
              </span>
            ) : null}
            {suggestion === undefined ? null : (
              <Button
                look="quiet"
                size="small"
                data-testid="filter-suggestion"
                className="-my-1.5 h-7! px-1.5! text-accent!"
                onClick={() =>
                  onChange(query.slice(0, error.start) + suggestion + query.slice(error.end))
                }
              >
                {words.didYouMean({ text: suggestion })}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
