import { importWords } from '#client/i18n/en-import.ts';

/** The words of importing and exporting: they come with this page, since the list has no use for them. */
export function useImportWords(): (typeof importWords)['import'] {
  return importWords.import;
}
