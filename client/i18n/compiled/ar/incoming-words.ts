// Made from catalogs/ar/incoming.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { IncomingWords } from '../types/incoming-words.ts';

/** The words of `incoming` in the language `ar`. */
export const incomingWords: IncomingWords = {
  drop: 'أفلت الملف لإحضاره',
  failed: 'لم يصل ما شاركته: لم تكن هناك مساحة كافية، أو لم يكن TaskFlow جاهزًا. يُرجى مشاركته مرة أخرى.',
  gone: 'ما شاركته لم يعد موجودًا هنا. يُرجى مشاركته مرة أخرى.',
  refused: (of) => `لم ${(form(of.count) === 'zero' ? 'يُترك أي ملف' : form(of.count) === 'one' ? 'يُؤخذ ملف واحد آخر: يمكن مشاركة 20 ملفًا دفعة واحدة.' : form(of.count) === 'two' ? 'يُؤخذ ملفان آخران: يمكن مشاركة 20 ملفًا دفعة واحدة.' : form(of.count) === 'few' ? `تُؤخذ ${number(of.count)} ملفات أخرى: يمكن مشاركة 20 ملفًا دفعة واحدة.` : form(of.count) === 'many' ? `يُؤخذ ${number(of.count)} ملفًا آخر: يمكن مشاركة 20 ملفًا دفعة واحدة.` : `يُؤخذ ${number(of.count)} ملف آخر: يمكن مشاركة 20 ملفًا دفعة واحدة.`)}`,
  nowhere: 'لا يؤدي هذا الرابط إلى أي مكان في TaskFlow.',
  unread: (of) => `تعذّرت قراءة «${text(of.name)}».`,
};
