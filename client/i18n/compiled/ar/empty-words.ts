// Made from catalogs/ar/empty.json by `npm run words`; edit that instead.
import type { EmptyWords } from '../types/empty-words.ts';

/** The words of `empty` in the language `ar`. */
export const emptyWords: EmptyWords = {
  inboxTitle: 'كل شيء مرتّب',
  inboxText: 'اكتب ما يشغل بالك. يُحفظ على هذا الجهاز فورًا، مع الشبكة أو بدونها.',
  todayTitle: 'لا شيء مستحق اليوم',
  todayText: 'تظهر هنا المهام التي يحين موعدها اليوم أو حان قبله.',
  todayAction: 'خطّط من الوارد',
  upcomingTitle: 'لا شيء مخطط له',
  upcomingText: 'تظهر هنا المهام ذات التاريخ، يومًا بعد يوم.',
  projectTitle: 'لم يبقَ شيء هنا',
  projectText: 'أضف الخطوة التالية في هذا المشروع.',
  allTitle: 'لا مهام مفتوحة',
  allText: 'استمتع بذلك، أو اكتب الأمر التالي.',
  trashTitle: 'سلة المهملات فارغة',
  trashText: 'ما تنقله إلى هنا يمكن استعادته، من جهاز آخر أيضًا.',
};
