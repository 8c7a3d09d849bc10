// Made from catalogs/ar/actions.json by `npm run words`; edit that instead.
import type { ActionsWords } from '../types/actions-words.ts';

/** The words of `actions` in the language `ar`. */
export const actionsWords: ActionsWords = {
  'task-add': 'أضيفت المهمة',
  'task-rename': 'تغيّر اسم المهمة',
  'task-notes': 'تغيّرت الملاحظات',
  'task-complete': 'اكتملت المهمة',
  'task-reopen': 'أعيد فتح المهمة',
  'task-status': 'تغيّرت الحالة',
  'task-priority': 'تغيّرت الأولوية',
  'task-schedule': 'تغيّر التاريخ',
  'task-replan': 'نُقلت المهام المتأخرة',
  'task-move': 'نُقلت المهمة',
  'task-trash': 'نُقلت إلى سلة المهملات',
  'task-restore': 'تمت الاستعادة',
  'project-add': 'أُنشئ المشروع',
  'project-edit': 'تغيّر المشروع',
  'project-trash': 'نُقل المشروع إلى سلة المهملات',
  'project-restore': 'استُعيد المشروع',
  'conflict-use-mine': 'عادت قيمتك',
  'conflict-dismiss': 'نُحّي التعارض',
  import: 'استيراد',
  'import-undo': 'تم التراجع عن الاستيراد',
  other: 'تغيير',
};
