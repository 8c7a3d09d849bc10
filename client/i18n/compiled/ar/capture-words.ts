// Made from catalogs/ar/capture.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { CaptureWords } from '../types/capture-words.ts';

/** The words of `capture` in the language `ar`. */
export const captureWords: CaptureWords = {
  title: 'إضافة مهمة',
  hint: 'جرّب «دفع الإيجار كل شهر الساعة 9 صباحًا #البيت !1»',
  chips: 'ما جرى التعرف عليه',
  kinds: {
    due: 'التاريخ',
    time: 'الوقت',
    repeat: 'التكرار',
    start: 'البدء',
    reminder: 'التذكير',
    priority: 'الأولوية',
    label: 'الوسم',
    project: 'المشروع',
    person: 'المكلَّف',
    estimate: 'المدة المقدَّرة',
  },
  chip: (of) => `${text(of.kind)}: ${text(of.words)}`,
  makeText: (of) => `${text(of.kind)}: ${text(of.words)}. تحويل إلى نص`,
  isText: (of) => `«${text(of.words)}» نص الآن`,
  recognised: (of) => `جرى التعرف على: ${text(of.chips)}`,
  andChip: (of) => `${text(of.chips)}، ${text(of.chip)}`,
  newLabel: (of) => `${text(of.name)} (جديد)`,
  from: (of) => `تبدأ ${text(of.day)}`,
  rhythm: (of) => `${text(of.phrase)}، تبدأ ${text(of.day)}`,
  dayAndTime: (of) => `${text(of.day)} ${text(of.time)}`,
  takes: {
    days: (of) => (form(of.count) === 'zero' ? 'أقل من يوم' : form(of.count) === 'one' ? 'يوم واحد' : form(of.count) === 'two' ? 'يومان' : form(of.count) === 'few' ? `${number(of.count)} أيام` : form(of.count) === 'many' ? `${number(of.count)} يومًا` : `${number(of.count)} يوم`),
    hours: (of) => `${number(of.hours)} س`,
    hoursAndMinutes: (of) => `${number(of.hours)} س ${number(of.minutes)} د`,
    minutes: (of) => `${number(of.minutes)} د`,
  },
  before: {
    days: (of) => (form(of.count) === 'zero' ? 'في اليوم نفسه' : form(of.count) === 'one' ? 'قبل يوم واحد' : form(of.count) === 'two' ? 'قبل يومين' : form(of.count) === 'few' ? `قبل ${number(of.count)} أيام` : form(of.count) === 'many' ? `قبل ${number(of.count)} يومًا` : `قبل ${number(of.count)} يوم`),
    hours: (of) => `قبل ${number(of.hours)} س`,
    hoursAndMinutes: (of) => `قبل ${number(of.hours)} س ${number(of.minutes)} د`,
    minutes: (of) => `قبل ${number(of.minutes)} د`,
  },
  suggestions: {
    labels: 'الوسوم',
    projects: 'المشاريع',
    people: 'الأشخاص',
  },
  suggested: (of) => (form(of.count) === 'zero' ? 'لا اقتراحات' : form(of.count) === 'one' ? 'اقتراح واحد' : form(of.count) === 'two' ? 'اقتراحان' : form(of.count) === 'few' ? `${number(of.count)} اقتراحات` : form(of.count) === 'many' ? `${number(of.count)} اقتراحًا` : `${number(of.count)} اقتراح`),
  createLabel: (of) => `إنشاء الوسم «${text(of.name)}»`,
  createProject: (of) => `إنشاء المشروع «${text(of.name)}»`,
  keys: {
    add: 'إضافة',
    addAnother: 'إضافة وكتابة مهمة أخرى',
    close: 'إغلاق',
  },
  addedTo: (of) => `أُضيفت المهمة إلى ${text(of.place)}`,
  addedFor: (of) => `أُضيفت المهمة ل${(of.when === 'today' ? 'ليوم' : of.when === 'tomorrow' ? 'لغد' : of.when === 'yesterday' ? 'لأمس' : `يوم ${text(of.day)}`)}`,
  cheats: {
    title: 'أثناء كتابة المهمة',
    rows: {
      due: {
        typed: 'غدًا · الجمعة الساعة 9 صباحًا · 24 ديسمبر · بعد أسبوعين',
        meaning: 'التاريخ والوقت',
      },
      repeat: {
        typed: 'كل أسبوعين يوم الجمعة · كل! 3 أيام',
        meaning: 'التكرار، ومع ! يُحسب من يوم الإكمال',
      },
      start: {
        typed: 'من الاثنين',
        meaning: 'تاريخ البدء',
      },
      priority: {
        typed: '⁦!1 … !4⁩',
        meaning: 'الأولوية',
      },
      label: {
        typed: '#وسم',
        meaning: 'وسم، ولو كان جديدًا',
      },
      project: {
        typed: '/مشروع · /مشروع/قسم',
        meaning: 'المشروع',
      },
      person: {
        typed: '@شخص',
        meaning: 'المكلَّف بها',
      },
      estimate: {
        typed: '~30m · ~1h30',
        meaning: 'المدة التي تستغرقها',
      },
      reminder: {
        typed: 'ذكّرني قبل 10 دقائق',
        meaning: 'تذكير',
      },
      quotes: {
        typed: '«بين علامتي تنصيص»',
        meaning: 'يبقى كما هو',
      },
      lines: {
        typed: 'لصق عدة أسطر',
        meaning: 'عدة مهام',
      },
    },
  },
  paste: {
    title: (of) => (form(of.count) === 'zero' ? 'لا أسطر ملصقة' : form(of.count) === 'one' ? 'سطر ملصق واحد' : form(of.count) === 'two' ? 'سطران ملصقان' : form(of.count) === 'few' ? `${number(of.count)} أسطر ملصقة` : form(of.count) === 'many' ? `${number(of.count)} سطرًا ملصقًا` : `${number(of.count)} سطر ملصق`),
    text: 'يصبح كل سطر مهمة. استبعد ما ليس كذلك.',
    lines: 'الأسطر',
    include: (of) => `إضافة «${text(of.title)}»${(of.state === 'done' ? '، مكتملة' : '')}`,
    includeUnder: (of) => `إضافة «${text(of.title)}»، المستوى ${number(of.level)}${(of.state === 'done' ? '، مكتملة' : '')}`,
    all: 'الكل',
    none: 'لا شيء',
    add: (of) => (form(of.count) === 'zero' ? 'لا شيء لإضافته' : form(of.count) === 'one' ? 'إضافة مهمة واحدة' : form(of.count) === 'two' ? 'إضافة مهمتين' : form(of.count) === 'few' ? `إضافة ${number(of.count)} مهام` : `إضافة ${number(of.count)} مهمة`),
    asOne: 'مهمة واحدة بملاحظات',
    tooLong: 'هذا أطول مما تتسع له ملاحظات مهمة واحدة.',
    counted: (of) => `${number(of.included)} من ${number(of.count)}`,
  },
};
