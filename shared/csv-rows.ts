import Papa from 'papaparse';
import type { ImportFailureCode } from './import-plan.ts';
import { limits } from './limits.ts';

/** One record of a CSV file. A record may span lines; `line` is where it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
  /** Its quoting broke the rules, so its cells may not be what its author meant. */
  hasBadQuotes: boolean;
}

/** All records of a text, or the one reason why it has none and the line of that. */
export type CsvRead =
  | { ok: true; rows: CsvRow[] }
  | { ok: false; code: ImportFailureCode; line: number };

/**
 * Reads CSV text whose line ends are already `\n`. A quote that is never closed or a row of absurd width fails the
 * whole text, as nobody can tell what the rest of it means. Empty lines are rows of one empty cell.
 */
export function readCsvRows(text: string, delimiter: string): CsvRead {
  const rows: CsvRow[] = [];
  let line = 1;
  let failure: { code: ImportFailureCode; line: number } | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data: cells, errors }, parser) => {
      const quoteErrors = errors.filter((error) => error.type === 'Quotes');
      if (quoteErrors.some((error) => error.code === 'MissingQuotes')) {
        failure = { code: 'quote_unclosed', line };
      } else if (cells.length > limits.importMaxColumns) {
        failure = { code: 'too_many_columns', line };
      } else {
        rows.push({ line, cells, hasBadQuotes: quoteErrors.length > 0 });
      }
      if (failure !== undefined) parser.abort();
      line += 1 + countLineEnds(cells);
    },
  });
  return failure === undefined ? { ok: true, rows } : { ok: false, ...failure };
}

function countLineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
