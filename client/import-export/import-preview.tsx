import type { ImportWords } from '#client/i18n/compiled/types/import-words.ts';
import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import { Button } from '#client/ui/button.tsx';
import type { ImportEffect } from '#shared/import-effect';
import type { ImportPlan, ImportRow } from '#shared/import-plan';
import type { ImportPreview as Preview } from './import-commands.ts';

/** More rows than anybody reads would only make the page slow. */
const rowsShownMax = 200;

/** What an import will do, file by file, with every row that is left out or changed; nothing is written yet. */
export function ImportPreview({
  preview,
  onStart,
  onCancel,
}: {
  preview: Preview;
  onStart: (effect: ImportEffect) => void;
  onCancel: () => void;
}) {
  const words = useImportWords();
  const { plans, failures, effect } = preview;
  const { counts } = effect;
  const hasWork = effect.creations.length + effect.settings.length > 0;
  return (
    <section
      aria-label={words.previewTitle}
      data-testid="import-preview"
      className="flex flex-col gap-5"
    >
      <h2 className="text-base font-semibold">{words.previewTitle}</h2>
      {plans.length === 0 ? null : (
        <div data-testid="import-totals">
          <p>{hasWork ? words.willMake(counts) : words.nothingNew}</p>
          {counts.here > 0 ? (
            <p className="text-muted">{words.alreadyHere({ count: counts.here })}</p>
          ) : null}
          {counts.back > 0 ? (
            <p className="text-muted">{words.comeBack({ count: counts.back })}</p>
          ) : null}
        </div>
      )}
      <ul className="flex flex-col gap-3">
        {failures.map(({ fileName, code, line }) => (
          <li
            key={fileName}
            role="alert"
            className="rounded-card border border-danger bg-surface p-4"
          >
            <p className="font-medium">{fileName}</p>
            <p>
              {line === undefined ? '' : `${words.line({ line })}: `}
              {words.failures[code]} {words.nothingImported}
            </p>
          </li>
        ))}
        {plans.map((plan) => (
          <li key={plan.fileName} className="rounded-card border border-line bg-surface p-4">
            <p className="font-medium">{plan.fileName}</p>
            <p className="text-muted">{words.ofFile(plan.counts)}</p>
            {plan.leftOut.map(({ code, count }) => (
              <p key={code} data-testid="import-left-out" className="text-muted">
                {words.leftOut[code]({ count })}
              </p>
            ))}
            <Rows
              plan={plan}
              level="error"
              title={words.errorRows({ count: plan.counts.errors })}
            />
            <Rows
              plan={plan}
              level="notice"
              title={words.noticeRows({ count: plan.counts.notices })}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {hasWork ? (
          <Button look="primary" data-testid="import-start" onClick={() => onStart(effect)}>
            {counts.newTasks > 0 ? words.start({ count: counts.newTasks }) : words.startOther}
          </Button>
        ) : null}
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </section>
  );
}

function Rows({
  plan,
  level,
  title,
}: {
  plan: ImportPlan;
  level: ImportRow['level'];
  title: string;
}) {
  const words = useImportWords();
  const rows = plan.rows.filter((row) => row.level === level);
  if (rows.length === 0) return null;
  return (
    <details open={level === 'error'} className="pt-3">
      <summary
        className={level === 'error' ? 'cursor-pointer text-danger' : 'cursor-pointer text-muted'}
      >
        {title}
      </summary>
      <ul className="flex flex-col gap-1 pt-2 text-sm">
        {rows.slice(0, rowsShownMax).map((row) => (
          <li
            key={`${row.line} ${row.code} ${row.detail}`}
            data-testid="import-row"
            data-code={row.code}
          >
            <span className="font-medium tabular-nums">{placeOf(plan, row, words)}</span>
            <span> {row.level === 'error' ? words.errors[row.code] : words.notices[row.code]}</span>
            <q dir="auto" className="line-clamp-2 wrap-anywhere text-muted">
              <bdi>{row.detail}</bdi>
            </q>
          </li>
        ))}
        {rows.length > rowsShownMax ? (
          <li>{words.moreRows({ count: rows.length - rowsShownMax })}</li>
        ) : null}
      </ul>
    </details>
  );
}

function placeOf(plan: ImportPlan, row: ImportRow, words: ImportWords): string {
  return plan.source === 'taskflow'
    ? words.documentAt({ position: row.line })
    : words.line({ line: row.line });
}
