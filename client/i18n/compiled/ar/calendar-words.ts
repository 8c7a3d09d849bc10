// Made from catalogs/ar/calendar.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { CalendarWords } from '../types/calendar-words.ts';

/** The words of `calendar` in the language `ar`. */
export const calendarWords: CalendarWords = {
  span: 'المدة المعروضة',
  month: 'شهر',
  week: 'أسبوع',
  previous: {
    month: 'الشهر السابق',
    week: 'الأسبوع السابق',
  },
  next: {
    month: 'الشهر التالي',
    week: 'الأسبوع التالي',
  },
  fromTo: (of) => `${text(of.from)} – ${text(of.to)}`,
  today: 'اليوم',
  showSide: 'إظهار المتأخرة وغير المجدولة',
  hideSide: 'إخفاء المتأخرة وغير المجدولة',
  side: 'المتأخرة وغير المجدولة',
  more: (of) => `+${number(of.count)} أخرى`,
  day: (of) => `${text(of.day)}${(form(of.count) === 'zero' ? '' : form(of.count) === 'one' ? '، مهمة واحدة' : form(of.count) === 'two' ? '، مهمتان' : form(of.count) === 'few' ? `، ${number(of.count)} مهام` : `، ${number(of.count)} مهمة`)}`,
  allDay: 'طوال اليوم',
  overdue: 'متأخرة',
  unscheduled: 'غير مجدولة',
  unscheduledText: 'اسحب مهمة إلى يوم.',
  noneUnscheduled: 'لكل مهمة مفتوحة تاريخ.',
  dayEmpty: 'لا شيء في هذا اليوم.',
  addOn: (of) => `إضافة مهمة يوم ${text(of.day)}`,
  ghost: (of) => `${text(of.title)}، ستتكرر`,
  ghostMark: 'ستتكرر',
  lifted: (of) => `رُفعت «${text(of.title)}». أفلتها فوق يوم، أو اضغط Escape.`,
  over: (of) => `فوق ${text(of.day)}`,
  cancelled: (of) => `أُلغي النقل. «${text(of.title)}» في موضعها السابق.`,
  moved: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.day)}`,
  movedToTime: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.day)}، الساعة ${text(of.time)}`,
  movedOne: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.day)}. هذه وحدها: يبقى تكرارها كما كان.`,
  movedOneToTime: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.day)}، الساعة ${text(of.time)}. هذه وحدها: يبقى تكرارها كما كان.`,
};
