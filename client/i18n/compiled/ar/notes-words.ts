// Made from catalogs/ar/notes.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { NotesWords } from '../types/notes-words.ts';

/** The words of `notes` in the language `ar`. */
export const notesWords: NotesWords = {
  edit: 'تحرير الملاحظات',
  done: 'عرض بالتنسيق',
  hint: 'للخروج من الحقل اضغط Esc. في القوائم ينقل Tab وShift Tab البند إلى الداخل والخارج.',
  changedElsewhere: 'تغيّرت على جهاز آخر في هذه الأثناء.',
  bothKept: 'يُحفظ النصان: يُدمج ما تكتبه مع هذا النص.',
  see: 'عرض',
  hide: 'إخفاء',
  toSubtasks: 'تحويل إلى مهام فرعية',
  madeSubtasks: (of) => `${(form(of.count) === 'zero' ? 'لم تُحوَّل أسطر إلى مهام' : form(of.count) === 'one' ? 'حُوّل سطر واحد إلى مهمة' : form(of.count) === 'two' ? 'حُوّل سطران إلى مهام' : form(of.count) === 'few' ? `حُوّلت ${number(of.count)} أسطر إلى مهام` : form(of.count) === 'many' ? `حُوّل ${number(of.count)} سطرًا إلى مهام` : `حُوّل ${number(of.count)} سطر إلى مهام`)} فرعية`,
};
