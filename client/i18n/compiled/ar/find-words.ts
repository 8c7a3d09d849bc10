// Made from catalogs/ar/find.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { FindWords } from '../types/find-words.ts';

/** The words of `find` in the language `ar`. */
export const findWords: FindWords = {
  title: 'البحث',
  label: 'البحث في المهام والملاحظات والتعليقات',
  groups: {
    open: 'المهام',
    done: 'المكتملة',
    notes: 'في الملاحظات',
    comments: 'التعليقات',
    trash: 'في سلة المهملات',
    server: 'على الخادم',
  },
  all: (of) => `إظهار كل النتائج لـ«${text(of.query)}»`,
  save: 'حفظ كمرشّح',
  count: (of) => (form(of.count) === 'zero' ? 'لا نتائج' : form(of.count) === 'one' ? 'نتيجة واحدة' : form(of.count) === 'two' ? 'نتيجتان' : form(of.count) === 'few' ? `${number(of.count)} نتائج` : `${number(of.count)} نتيجة`),
  startTitle: 'ابحث في كل شيء',
  startText: 'العناوين والملاحظات والتعليقات، حتى في المهام المكتملة منذ زمن بعيد. يعمل البحث دون اتصال.',
  noneTitle: (of) => `لا نتائج لـ«${text(of.query)}»`,
  noneText: 'قد تعثر عليه بكلمات أخرى أو بجزء من كلمة.',
  createTask: (of) => `إنشاء «${text(of.title)}»`,
  created: (of) => `أُضيفت «${text(of.title)}» إلى الوارد`,
  includeTrash: 'سلة المهملات أيضًا',
  building: 'يجري التحضير للبحث …',
  serverCount: (of) => (of.count === 0 ? 'لم يجد الخادم المزيد' : form(of.count) === 'zero' ? 'لا نتائج على الخادم' : form(of.count) === 'one' ? 'نتيجة واحدة على الخادم' : form(of.count) === 'two' ? 'نتيجتان على الخادم' : form(of.count) === 'few' ? `${number(of.count)} نتائج على الخادم` : `${number(of.count)} نتيجة على الخادم`),
  serverFailed: 'تعذر سؤال الخادم: هذه نتائج هذا الجهاز.',
  serverOnly: 'هذه المهمة على الخادم وليست على هذا الجهاز بعد. ستظهر هنا عند انتهاء المزامنة الأولى.',
};
