// Made from catalogs/ar/comments.json by `npm run words`; edit that instead.
import type { CommentsWords } from '../types/comments-words.ts';

/** The words of `comments` in the language `ar`. */
export const commentsWords: CommentsWords = {
  title: 'التعليقات',
  placeholder: 'اكتب تعليقًا …',
  send: 'إرسال التعليق',
  added: 'أُضيف التعليق',
  you: 'أنت',
  somebody: 'شخص ما',
  edited: 'عُدّل',
  waiting: 'محفوظ على هذا الجهاز ولم يُرسل بعد',
  edit: 'تحرير التعليق',
};
