// Made from catalogs/ar/recurrence.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RecurrenceWords } from '../types/recurrence-words.ts';

/** The words of `recurrence` in the language `ar`. */
export const recurrenceWords: RecurrenceWords = {
  phrase: 'التكرار بكلماتك',
  phrasePlaceholder: 'اكتب مثلًا: كل أسبوعين يوم الجمعة',
  unread: 'لم تُفهم العبارة. جرّب «كل آخر يوم من الشهر» أو «كل! 3 أيام».',
  ownRule: (of) => `قاعدة من مكان آخر، بقيت كما هي: ${text(of.rule)}`,
  every: 'كل',
  interval: 'طول الفترة بالوحدة المختارة',
  unit: 'وحدة التكرار',
  units: {
    DAILY: (of) => (form(of.count) === 'two' ? 'يومين' : form(of.count) === 'few' ? 'أيام' : form(of.count) === 'many' ? 'يومًا' : 'يوم'),
    WEEKLY: (of) => `أس${(form(of.count) === 'two' ? 'بوعين' : form(of.count) === 'few' ? 'ابيع' : form(of.count) === 'many' ? 'بوعًا' : 'بوع')}`,
    MONTHLY: (of) => (form(of.count) === 'two' ? 'شهرين' : form(of.count) === 'few' ? 'أشهر' : form(of.count) === 'many' ? 'شهرًا' : 'شهر'),
    YEARLY: (of) => `سن${(form(of.count) === 'two' ? 'تين' : form(of.count) === 'few' ? 'وات' : 'ة')}`,
  },
  weekdays: 'أيام الأسبوع',
  on: 'في',
  monthDays: 'اليوم من الشهر',
  monthDay: {
    day: (of) => `اليوم ${number(of.day)}`,
    last: 'اليوم الأخير',
    weekday: (of) => `يوم ${text(of.weekday)} ال${(of.which === 'first' ? 'أول' : of.which === 'second' ? 'ثاني' : of.which === 'third' ? 'ثالث' : of.which === 'fourth' ? 'رابع' : of.which === 'fifth' ? 'خامس' : 'أخير')}`,
  },
  yearDay: {
    day: (of) => `اليوم ${number(of.day)} من ${text(of.month)}`,
    last: (of) => `اليوم الأخير من ${text(of.month)}`,
    weekday: (of) => `يوم ${text(of.weekday)} ال${(of.which === 'first' ? 'أول' : of.which === 'second' ? 'ثاني' : of.which === 'third' ? 'ثالث' : of.which === 'fourth' ? 'رابع' : of.which === 'fifth' ? 'خامس' : 'أخير')} من ${text(of.month)}`,
  },
  ends: 'النهاية',
  never: 'بلا نهاية',
  until: 'في تاريخ',
  after: 'بعد عدد',
  lastDate: 'آخر يوم ممكن',
  times: 'عدد المرات كلها',
  basis: 'أساس الحساب',
  bases: {
    due: 'تُحسب من التاريخ',
    completion: 'تُحسب من الإكمال',
  },
  next: (of) => (form(of.count) === 'zero' ? 'لا مواعيد قادمة' : form(of.count) === 'one' ? `الموعد القادم: ${text(of.dates)}` : form(of.count) === 'two' ? `الموعدان القادمان: ${text(of.dates)}` : `المواعيد الـ${number(of.count)} القادمة: ${text(of.dates)}`),
  noMore: 'هذه هي المرة الأخيرة.',
  shortened: 'في الشهر الذي لا يوجد فيه ذلك اليوم تأتي في اليوم الأخير منه.',
  completionText: 'تتغيّر التواريخ إذا أكملتها قبل موعدها أو بعده.',
  inZone: (of) => `الأوقات بتوقيت ${text(of.zone)}.`,
};
