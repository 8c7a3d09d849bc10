// Made from catalogs/ar/projects.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { ProjectsWords } from '../types/projects-words.ts';

/** The words of `projects` in the language `ar`. */
export const projectsWords: ProjectsWords = {
  heading: 'المشاريع',
  add: 'مشروع جديد',
  edit: 'تعديل المشروع',
  moveToTrash: 'نقل إلى سلة المهملات',
  menu: (of) => `إجراءات ${text(of.name)}`,
  missing: 'هذا المشروع غير موجود هنا',
  missingText: 'نُقل إلى سلة المهملات، أو يخص حسابًا آخر.',
};
