// Made from catalogs/ar/board.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { BoardWords } from '../types/board-words.ts';

/** The words of `board` in the language `ar`. */
export const boardWords: BoardWords = {
  groupBy: 'التجميع حسب',
  groupedBy: (of) => `التجميع حسب: ${text(of.name)}`,
  groupings: {
    status: 'الحالة',
    section: 'القسم',
    priority: 'الأولوية',
  },
  columns: 'الأعمدة',
  states: {
    todo: 'قيد الانتظار',
    in_progress: 'قيد التنفيذ',
    done: 'مكتملة',
  },
  noSection: 'بلا قسم',
  doneNote: 'ما اكتمل في آخر 30 يومًا',
  doneTodayNote: 'ما اكتمل اليوم',
  column: (of) => `${text(of.name)}، ${(form(of.count) === 'zero' ? 'لا مهام' : form(of.count) === 'one' ? 'مهمة واحدة' : form(of.count) === 'two' ? 'مهمتان' : form(of.count) === 'few' ? `${number(of.count)} مهام` : `${number(of.count)} مهمة`)}`,
  card: (of) => `${text(of.title)}، ${number(of.position)} من ${number(of.count)}`,
  addTo: (of) => `إضافة مهمة إلى «${text(of.name)}»`,
  empty: 'لا مهام',
  emptyDone: 'لم يكتمل شيء بعد',
  skip: (of) => `التخطي إلى «${text(of.name)}»`,
  skipLast: 'تخطي الأعمدة',
  moveTo: 'نقل إلى عمود',
  moveToColumn: (of) => `نقل إلى «${text(of.name)}»`,
  subtasks: (of) => (form(of.total) === 'zero' ? 'لا مهام فرعية' : form(of.total) === 'one' ? `اكتملت ${number(of.done)} من مهمة فرعية واحدة` : form(of.total) === 'two' ? `اكتملت ${number(of.done)} من مهمتين فرعيتين` : form(of.total) === 'few' ? `اكتملت ${number(of.done)} من ${number(of.total)} مهام فرعية` : `اكتملت ${number(of.done)} من ${number(of.total)} مهمة فرعية`),
  hasNotes: 'لها ملاحظات',
  lifted: (of) => `رُفعت «${text(of.title)}» من العمود «${text(of.column)}». أفلتها فوق عمود، أو اضغط Escape.`,
  over: (of) => `فوق «${text(of.name)}»`,
  cancelled: (of) => `أُلغي النقل. «${text(of.title)}» في موضعها السابق.`,
  moved: (of) => `نُقلت «${text(of.title)}» إلى العمود «${text(of.column)}»، الموضع ${number(of.position)} من ${number(of.count)}`,
};
