// Made from catalogs/ar/project-form.json by `npm run words`; edit that instead.
import type { ProjectFormWords } from '../types/project-form-words.ts';

/** The words of `project-form` in the language `ar`. */
export const projectFormWords: ProjectFormWords = {
  create: 'إنشاء المشروع',
  name: 'الاسم',
  namePlaceholder: 'مثلًا: المطبخ',
  color: 'اللون',
  colors: {
    gray: 'رمادي',
    red: 'أحمر',
    orange: 'برتقالي',
    amber: 'كهرماني',
    green: 'أخضر',
    teal: 'أزرق مخضر',
    blue: 'أزرق',
    indigo: 'نيلي',
    violet: 'بنفسجي',
    pink: 'وردي',
  },
};
