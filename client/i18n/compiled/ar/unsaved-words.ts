// Made from catalogs/ar/unsaved.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { UnsavedWords } from '../types/unsaved-words.ts';

/** The words of `unsaved` in the language `ar`. */
export const unsavedWords: UnsavedWords = {
  notSaved: (of) => `${(form(of.count) === 'zero' ? 'كل التغييرات محفوظة على هذا الجهاز' : form(of.count) === 'one' ? 'تعذّر حفظ هذا على هذا الجهاز؛ قد يكون القرص ممتلئًا. أفرغ بعض المساحة وأبقِ هذه الصفحة مفتوحة ليُحفظ تلقائيًا' : form(of.count) === 'two' ? 'تعذّر حفظ تغييرين على هذا الجهاز؛ قد يكون القرص ممتلئًا. أفرغ بعض المساحة وأبقِ هذه الصفحة مفتوحة ليُحفظ تلقائيًا' : form(of.count) === 'few' ? `تعذّر حفظ ${number(of.count)} تغييرات على هذا الجهاز؛ قد يكون القرص ممتلئًا. أفرغ بعض المساحة وأبقِ هذه الصفحة مفتوحة ليُحفظ تلقائيًا` : form(of.count) === 'many' ? `تعذّر حفظ ${number(of.count)} تغييرًا على هذا الجهاز؛ قد يكون القرص ممتلئًا. أفرغ بعض المساحة وأبقِ هذه الصفحة مفتوحة ليُحفظ تلقائيًا` : `تعذّر حفظ ${number(of.count)} تغيير على هذا الجهاز؛ قد يكون القرص ممتلئًا. أفرغ بعض المساحة وأبقِ هذه الصفحة مفتوحة ليُحفظ تلقائيًا`)}.`,
  neverSaved: 'تعذّر حفظ هذا على هذا الجهاز. أعد تحميل الصفحة وحاول مجددًا.',
  discard: 'تجاهل',
  tryAgain: 'إعادة المحاولة',
  export: 'تصدير',
};
