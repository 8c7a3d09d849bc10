// Made from catalogs/ar/sections.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { SectionsWords } from '../types/sections-words.ts';

/** The words of `sections` in the language `ar`. */
export const sectionsWords: SectionsWords = {
  add: 'إضافة قسم',
  name: 'اسم القسم',
  namePlaceholder: 'مثلًا: هذا الأسبوع',
  rename: 'إعادة تسمية القسم',
  menu: (of) => `إجراءات القسم ${text(of.name)}`,
  moveUp: 'نقل القسم إلى أعلى',
  moveDown: 'نقل القسم إلى أسفل',
  remove: 'حذف القسم',
  addTask: (of) => `إضافة مهمة إلى ${text(of.name)}`,
  handle: 'اسحب لنقل القسم',
  moved: (of) => `نُقل القسم «${text(of.name)}» إلى الموضع ${number(of.position)} من ${number(of.count)}`,
  added: (of) => `أُضيف القسم «${text(of.name)}»`,
  removed: (of) => `حُذف القسم «${text(of.name)}»`,
  taskMoved: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.section)}`,
  taskMovedOut: (of) => `نُقلت «${text(of.title)}» من قسمها`,
  done: 'المكتملة',
  full: (of) => `لا يتسع المشروع لأ${(form(of.max) === 'zero' ? 'قسام' : form(of.max) === 'one' ? 'كثر من قسم واحد' : form(of.max) === 'two' ? 'كثر من قسمين' : form(of.max) === 'few' ? `كثر من ${number(of.max)} أقسام` : form(of.max) === 'many' ? `كثر من ${number(of.max)} قسمًا` : `كثر من ${number(of.max)} قسم`)}.`,
};
