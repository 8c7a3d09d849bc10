// Made from catalogs/ar/errors.json by `npm run words`; edit that instead.
import type { ErrorsWords } from '../types/errors-words.ts';

/** The words of `errors` in the language `ar`. */
export const errorsWords: ErrorsWords = {
  partTitle: {
    view: 'توقفت هذه الشاشة عن العمل',
    sidebar: 'توقف الشريط الجانبي عن العمل',
    over: 'توقف هذا الجزء عن العمل',
  },
  text: 'مهامك محفوظة على هذا الجهاز. أعد تحميل العرض، أو صدّر كل شيء أولًا.',
  reload: 'إعادة تحميل العرض',
  copyReport: 'نسخ التقرير',
  copied: 'نُسخ التقرير. لا يحتوي على أي نص من مهامك.',
  export: 'تصدير بياناتي',
  notFoundTitle: 'لا شيء في هذا العنوان',
  notFoundText: 'قد يكون الرابط قديمًا.',
  toInbox: 'الانتقال إلى الوارد',
  startTitle: 'تعذّر على TaskFlow فتح مخزنه',
  startText: 'لم يسمح المتصفح بفتح قاعدة بيانات هذا الموقع. يحدث ذلك في النوافذ الخاصة وعند امتلاء القرص. لم يُحذف شيء.',
  tryAgain: 'إعادة المحاولة',
  unloadedTitle: 'تعذّر تحميل جزء من التطبيق',
  unloadedText: 'قد يكون الاتصال بالشبكة مقطوعًا، أو توجد نسخة جديدة. مهامك محفوظة على هذا الجهاز. أعد تحميل الصفحة للمحاولة من جديد.',
  reloadPage: 'إعادة تحميل الصفحة',
  notCopied: 'لم يسمح المتصفح بالنسخ.',
  notExported: 'تعذّر إنشاء الملف. أعد تحميل الصفحة ثم حاول من جديد.',
  viewOnly: 'يمكنك الاطلاع فقط على مساحة العمل هذه.',
};
