import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';

/** What can be typed into the line of a new task, for the sheet of all keys. */
export function QuickAddCheats() {
  const { cheats } = useCaptureWords();
  return (
    <section aria-label={cheats.title} className="mt-5 border-t border-line pt-4">
      <h3 className="pb-1 text-xs font-medium text-muted">{cheats.title}</h3>
      <dl className="grid gap-x-10 sm:grid-cols-2">
        {Object.entries(cheats.rows).map(([key, { typed, meaning }]) => (
          <div key={key} className="flex min-h-8 flex-wrap items-center justify-between gap-x-3">
            <dt>{meaning}</dt>
            <dd className="text-xs text-muted">
              <bdi>{typed}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
