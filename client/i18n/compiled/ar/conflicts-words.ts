// Made from catalogs/ar/conflicts.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { ConflictsWords } from '../types/conflicts-words.ts';

/** The words of `conflicts` in the language `ar`. */
export const conflictsWords: ConflictsWords = {
  useMine: 'استخدام قيمتي',
  details: 'التفاصيل',
  gone: 'لم تعد المهمة موجودة.',
  goneToast: (of) => `لم تعد المهمة موجودة. تغييرك محفوظ: ${text(of.field)}`,
  copyMine: 'نسخ قيمتي',
  copied: 'تم النسخ',
  copyFailed: 'لا يسمح هذا المتصفح بالنسخ. يمكنك تحديد نصك في صفحة التعارضات.',
  toast: (of) => `«${text(of.title)}» — ${text(of.field)}: احتُفظ بتغيير آخر.`,
  several: (of) => `${(form(of.count) === 'zero' ? 'لم يتعارض أي من تغييراتك مع تغيير آخر' : form(of.count) === 'one' ? 'تعارض أحد تغييراتك مع تغيير آخر' : form(of.count) === 'two' ? 'تعارض اثنان من تغييراتك مع تغييرات أخرى' : form(of.count) === 'few' ? `تعارضت ${number(of.count)} من تغييراتك مع تغييرات أخرى` : `تعارض ${number(of.count)} من تغييراتك مع تغييرات أخرى`)}.`,
  trashed: (of) => `نُقلت «${text(of.title)}» في هذه الأثناء إلى سلة المهملات.`,
  restore: 'استعادة',
  fields: {
    title: 'العنوان',
    notes: 'الملاحظات',
    status: 'الحالة',
    priority: 'الأولوية',
    schedule: 'التاريخ',
    place: 'المكان',
    estimate: 'المدة المقدّرة',
    reminders: 'التذكيرات',
    trash: 'سلة المهملات',
    name: 'الاسم',
    look: 'اللون',
    label: 'الوسم',
    assignee: 'المكلَّف',
    other: 'القيمة',
  },
  values: {
    todo: 'قيد الانتظار',
    in_progress: 'قيد التنفيذ',
    done: 'مكتملة',
    cancelled: 'ملغاة',
    urgent: 'عاجلة',
    high: 'مرتفعة',
    medium: 'متوسطة',
    low: 'منخفضة',
    none: 'بلا',
  },
  ownRhythm: 'تكرار خاص',
  empty: 'لا شيء',
};
