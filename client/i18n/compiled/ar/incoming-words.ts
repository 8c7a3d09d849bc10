// Made from catalogs/ar/incoming.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { IncomingWords } from '../types/incoming-words.ts';

/** The words of `incoming` in the language `ar`. */
export const incomingWords: IncomingWords = {
  drop: 'أفلت الملف لإحضاره',
  failed: 'لم يصل ما شاركته: لم تكن هناك مساحة كافية، أو لم يكن TaskFlow جاهزًا. يُرجى مشاركته مرة أخرى.',
  gone: 'ما شاركته لم يعد موجودًا هنا. يُرجى مشاركته مرة أخرى.',
  refused: (of) => `${(form(of.count) === 'zero' ? 'أُخذت كل الملفات' : form(of.count) === 'one' ? 'لم يُؤخذ ملف واحد: يمكن مشاركة 20 ملفًا بحجم 50 ميغابايت معًا على الأكثر' : form(of.count) === 'two' ? 'لم يُؤخذ ملفان: يمكن مشاركة 20 ملفًا بحجم 50 ميغابايت معًا على الأكثر' : form(of.count) === 'few' ? `لم تُؤخذ ${number(of.count)} ملفات: يمكن مشاركة 20 ملفًا بحجم 50 ميغابايت معًا على الأكثر` : form(of.count) === 'many' ? `لم يُؤخذ ${number(of.count)} ملفًا: يمكن مشاركة 20 ملفًا بحجم 50 ميغابايت معًا على الأكثر` : `لم يُؤخذ ${number(of.count)} ملف: يمكن مشاركة 20 ملفًا بحجم 50 ميغابايت معًا على الأكثر`)}.`,
  nowhere: 'لا يؤدي هذا الرابط إلى أي مكان في TaskFlow.',
  unread: (of) => `تعذّرت قراءة «${text(of.name)}».`,
  empty: (of) => `«${text(of.name)}» فارغ.`,
};
