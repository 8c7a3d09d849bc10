// Made from catalogs/en by `npm run words`; edit that instead.
import { createFormats } from '../../formats.ts';

/** How the language `en` writes numbers and dates. */
export const formats = createFormats('en');

/** What the words call. */
export const { form, number, text } = formats;
