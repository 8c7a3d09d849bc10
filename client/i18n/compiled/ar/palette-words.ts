// Made from catalogs/ar/palette.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { PaletteWords } from '../types/palette-words.ts';

/** The words of `palette` in the language `ar`. */
export const paletteWords: PaletteWords = {
  title: 'البحث والأوامر',
  placeholder: 'ابحث في المهام، أو اكتب أمرًا',
  searchPlaceholder: 'ابحث في المهام والمشاريع والوسوم',
  commandPlaceholder: 'اكتب أمرًا',
  withLabel: (of) => `مهام بالوسم ${text(of.name)}`,
  clearLabel: (of) => `عدم الاقتصار على ${text(of.name)}`,
  groups: {
    recent: 'الأخيرة',
    actions: 'الإجراءات',
    views: 'الانتقال إلى',
    projects: 'المشاريع',
    labels: 'الوسوم',
    tasks: 'المهام',
    filters: 'المرشّحات',
    done: 'المكتملة',
    notes: 'في الملاحظات',
    comments: 'في التعليقات',
    more: 'المزيد',
  },
  task: (of) => `المهمة: ${text(of.title)}`,
  moveToProject: (of) => `نقل إلى ${text(of.name)}`,
  archived: 'مؤرشف',
  inArchived: (of) => `${text(of.name)}، مؤرشف`,
  themes: {
    system: 'المظهر: حسب النظام',
    light: 'المظهر: فاتح',
    dark: 'المظهر: داكن',
  },
  densities: {
    comfortable: 'الصفوف: مريحة',
    compact: 'الصفوف: متراصة',
  },
  language: (of) => `اللغة: ${text(of.name)}`,
  results: (of) => (form(of.count) === 'zero' ? 'لا نتائج' : form(of.count) === 'one' ? 'نتيجة واحدة' : form(of.count) === 'two' ? 'نتيجتان' : form(of.count) === 'few' ? `${number(of.count)} نتائج` : `${number(of.count)} نتيجة`),
  nothing: (of) => `لم يُعثر على شيء لـ«${text(of.query)}»`,
  nothingYet: 'لا شيء هنا بعد',
  hints: {
    run: 'فتح أو تنفيذ',
    commands: 'أوامر',
    labels: 'وسوم',
    projects: 'مشاريع',
  },
  newWorkspace: 'مساحة عمل جديدة',
  signIn: 'تسجيل الدخول',
};
