import {
  type ImportErrorCode,
  type ImportNoticeCode,
  type ImportRow,
  quoteDetail,
} from './import-plan.ts';

/** What an import has to say about its rows, collected while it reads. */
export interface ImportRows {
  rows: ImportRow[];
  /** The row is left out. */
  fail: (line: number, code: ImportErrorCode, detail: string) => void;
  /** The row is imported, but not quite as it says. */
  tell: (line: number, code: ImportNoticeCode, detail: string) => void;
}

/** An empty collection. */
export function createImportRows(): ImportRows {
  const rows: ImportRow[] = [];
  return {
    rows,
    fail: (line, code, detail) =>
      void rows.push({ line, level: 'error', code, detail: quoteDetail(detail) }),
    tell: (line, code, detail) =>
      void rows.push({ line, level: 'notice', code, detail: quoteDetail(detail) }),
  };
}
