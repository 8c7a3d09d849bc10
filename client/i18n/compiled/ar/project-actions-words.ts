// Made from catalogs/ar/project-actions.json by `npm run words`; edit that instead.
import { number, text } from './formats.ts';
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
};
