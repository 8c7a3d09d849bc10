// Made from catalogs/ar/project-actions.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { ProjectActionsWords } from '../types/project-actions-words.ts';

/** The words of `project-actions` in the language `ar`. */
export const projectActionsWords: ProjectActionsWords = {
  archive: 'أرشفة',
  unarchive: 'إعادة من الأرشيف',
  archived: 'المؤرشفة',
  archivedText: 'هذا المشروع مؤرشف: لا تظهر مهامه في أي عرض آخر.',
  duplicate: 'إنشاء نسخة',
  copyName: (of) => `${text(of.name)} (نسخة)`,
  moveUp: 'نقل إلى أعلى',
  moveDown: 'نقل إلى أسفل',
  moved: (of) => `نُقل ${text(of.name)} إلى الموضع ${number(of.position)} من ${number(of.count)}`,
  addSection: 'إضافة قسم',
  emptyTitle: 'لا مشاريع بعد',
  emptyText: 'يجمع المشروع ما يؤدي إلى نتيجة واحدة.',
  open: (of) => (form(of.count) === 'zero' ? 'لا مهام مفتوحة' : form(of.count) === 'one' ? 'مهمة مفتوحة واحدة' : form(of.count) === 'two' ? 'مهمتان مفتوحتان' : form(of.count) === 'few' ? `${number(of.count)} مهام مفتوحة` : `${number(of.count)} مهمة مفتوحة`),
};
