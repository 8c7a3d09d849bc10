// Made from catalogs/ar by `npm run words`; edit that instead.
import { createFormats } from '../../formats.ts';

/** How the language `ar` writes numbers and dates. */
export const formats = createFormats('ar');

/** What the words call. */
export const { form, number, text } = formats;
