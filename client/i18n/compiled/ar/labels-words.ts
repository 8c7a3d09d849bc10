// Made from catalogs/ar/labels.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { LabelsWords } from '../types/labels-words.ts';

/** The words of `labels` in the language `ar`. */
export const labelsWords: LabelsWords = {
  heading: 'الوسوم',
  pickFor: (of) => (form(of.count) === 'zero' ? 'لا مهام لوسمها' : form(of.count) === 'one' ? 'وسوم مهمة واحدة' : form(of.count) === 'two' ? 'وسوم مهمتين' : form(of.count) === 'few' ? `وسوم ${number(of.count)} مهام` : `وسوم ${number(of.count)} مهمة`),
  placeholder: 'ابحث عن وسم أو أنشئه',
  create: (of) => `إنشاء «${text(of.name)}»`,
  none: 'لا وسوم بعد. اكتب اسمًا لإنشاء وسم.',
  nothing: 'لا وسم بهذا الاسم',
  some: 'على بعضها',
  add: 'وسم جديد',
  edit: 'تعديل الوسم',
  namePlaceholder: 'مثلًا: مشوار',
  submit: 'إنشاء الوسم',
  manage: 'إدارة الوسوم',
  menu: (of) => `إجراءات الوسم ${text(of.name)}`,
  moveUp: 'نقل إلى أعلى',
  moveDown: 'نقل إلى أسفل',
  moved: (of) => `نُقل الوسم «${text(of.name)}» إلى الموضع ${number(of.position)} من ${number(of.count)}`,
  merge: 'دمج في …',
  mergeTitle: (of) => `دمج «${text(of.name)}» في …`,
  merged: (of) => `دُمج «${text(of.from)}» في «${text(of.into)}»`,
  moveToTrash: 'نقل إلى سلة المهملات',
  trashed: 'الوسوم في سلة المهملات',
  emptyTitle: 'لا وسوم بعد',
  emptyText: 'يميّز الوسم مهامًا من أي مشروع. اضغط L على مهمة، أو أنشئ وسمًا هنا.',
  missing: 'هذا الوسم غير موجود هنا',
  missingText: 'نُقل إلى سلة المهملات، أو دُمج في وسم آخر.',
  exists: 'يوجد وسم بهذا الاسم بالفعل.',
  addIn: (of) => `وسم جديد في ${text(of.name)}`,
};
