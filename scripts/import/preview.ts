import { importWords } from '#client/i18n/compiled/en/import-words.ts';
import type { ImportEffect } from '#shared/import-effect';
import type { ImportFailure, ImportPlan, ImportRow } from '#shared/import-plan';

const words = importWords;

/** What an import would do, as lines for a terminal: totals first, then every file and row there is to tell about. */
export function previewLines(plans: readonly ImportPlan[], effect: ImportEffect): string[] {
  const { counts } = effect;
  return [
    ...plans.flatMap(fileLines),
    words.willMake(counts),
    ...(counts.here > 0 ? [words.alreadyHere({ count: counts.here })] : []),
    ...(counts.back > 0 ? [words.comeBack({ count: counts.back })] : []),
  ];
}

/** Why a file is not imported, in one line. */
export function failureLine({ fileName, code, line }: ImportFailure): string {
  const place = line === undefined ? fileName : `${fileName}:${line}`;
  return `${place}: ${words.failures[code]} ${words.nothingImported}`;
}

function fileLines(plan: ImportPlan): string[] {
  const { counts } = plan;
  return [
    `${plan.fileName}: ${words.ofFile(counts)}`,
    ...plan.leftOut.map(({ code, count }) => `  ${words.leftOut[code]({ count })}`),
    ...(counts.errors > 0 ? [`  ${words.errorRows({ count: counts.errors })}:`] : []),
    ...plan.rows.filter(({ level }) => level === 'error').map((row) => rowLine(plan, row)),
    ...(counts.notices > 0 ? [`  ${words.noticeRows({ count: counts.notices })}:`] : []),
    ...plan.rows.filter(({ level }) => level === 'notice').map((row) => rowLine(plan, row)),
  ];
}

function rowLine({ source, fileName }: ImportPlan, row: ImportRow): string {
  const place =
    source === 'taskflow' ? words.documentAt({ position: row.line }) : `${fileName}:${row.line}`;
  const text = row.level === 'error' ? words.errors[row.code] : words.notices[row.code];
  return `    ${place}  ${text} [${row.code}]: ${printable(row.detail)}`;
}

/** Text of a file must not be able to steer the terminal it is shown in. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
