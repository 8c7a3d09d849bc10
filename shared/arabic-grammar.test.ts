import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicGrammar } from './arabic-grammar.ts';
import { parseQuickAdd } from './quick-add.ts';
import { quickAddFields } from './quick-add-fields.ts';
import type { QuickAddContext } from './quick-add-token.ts';
import { recurrenceFromPhrase } from './recurrence-phrase.ts';
import { itReadsEveryLine, linesOf } from './testing/quick-add-properties.ts';

/** A Sunday morning. */
const context: QuickAddContext = {
  today: '2026-11-22',
  now: '10:30',
  timeZone: 'Africa/Cairo',
  isDayFirst: true,
  grammars: [arabicGrammar],
  labels: [{ id: 'l-home', name: 'بيت' }],
};
const read = (text: string, asText: QuickAddContext['asText'] = []) => {
  const { title, tokens } = parseQuickAdd(text, { ...context, asText });
  return { title, tokens, ...quickAddFields(tokens, context) };
};

describe('dates of a line in Arabic', () => {
  it.each([
    ['ادفع الإيجار اليوم', 'ادفع الإيجار', '2026-11-22'],
    ['ادفع الإيجار غدًا', 'ادفع الإيجار', '2026-11-23'],
    ['ادفع الإيجار غداً', 'ادفع الإيجار', '2026-11-23'],
    ['غدا ادفع الإيجار', 'ادفع الإيجار', '2026-11-23'],
    ['غدًا، ادفع الإيجار', 'ادفع الإيجار', '2026-11-23'],
    ['ادفع الإيجار يوم غد', 'ادفع الإيجار', '2026-11-23'],
    ['ادفع الإيجار بكرة', 'ادفع الإيجار', '2026-11-23'],
    ['ادفع الإيجار بعد غد', 'ادفع الإيجار', '2026-11-24'],
    ['ادفع الإيجار بعد يوم غد', 'ادفع الإيجار', '2026-11-24'],
    ['ادفع الإيجار الجمعة', 'ادفع الإيجار', '2026-11-27'],
    ['ادفع الإيجار يوم الجمعة', 'ادفع الإيجار', '2026-11-27'],
    ['ادفع الإيجار في يوم الجمعة', 'ادفع الإيجار', '2026-11-27'],
    ['ادفع الإيجار يوم الجمعة القادم', 'ادفع الإيجار', '2026-11-27'],
    ['ادفع الإيجار بحلول الجمعة', 'ادفع الإيجار', '2026-11-27'],
    ['يوم الاثنين اتصل بسارة', 'اتصل بسارة', '2026-11-23'],
    ['الإثنين: اتصل بسارة', 'اتصل بسارة', '2026-11-23'],
    ['اجتماع الثلاثاء مع سارة', 'اجتماع مع سارة', '2026-11-24'],
    ['احجز طاولة للأربعاء', 'احجز طاولة', '2026-11-25'],
    ['احجز طاولة ليوم الخميس', 'احجز طاولة', '2026-11-26'],
    ['زيارة (السبت)', 'زيارة', '2026-11-28'],
    ['زيارة الأحد', 'زيارة', '2026-11-29'],
    ['ادفع الإيجار الأسبوع القادم', 'ادفع الإيجار', '2026-11-23'],
    ['ادفع الإيجار الشهر المقبل', 'ادفع الإيجار', '2026-12-01'],
    ['ادفع الإيجار نهاية الأسبوع القادم', 'ادفع الإيجار', '2026-11-28'],
    ['ادفع الإيجار نهاية الشهر', 'ادفع الإيجار', '2026-11-30'],
    ['ادفع الإيجار في آخر الشهر', 'ادفع الإيجار', '2026-11-30'],
    ['ادفع الإيجار نهاية العام', 'ادفع الإيجار', '2026-12-31'],
    ['ادفع الإيجار بعد 3 أيام', 'ادفع الإيجار', '2026-11-25'],
    ['ادفع الإيجار بعد ٣ أيام', 'ادفع الإيجار', '2026-11-25'],
    ['ادفع الإيجار بعد ثلاثة أيام', 'ادفع الإيجار', '2026-11-25'],
    ['ادفع الإيجار خلال يومين', 'ادفع الإيجار', '2026-11-24'],
    ['ادفع الإيجار بعد أسبوع', 'ادفع الإيجار', '2026-11-29'],
    ['ادفع الإيجار بعد أسبوع واحد', 'ادفع الإيجار', '2026-11-29'],
    ['ادفع الإيجار بعد أسبوعين', 'ادفع الإيجار', '2026-12-06'],
    ['ادفع الإيجار بعد ١١ يومًا', 'ادفع الإيجار', '2026-12-03'],
    ['ادفع الإيجار بعد 3 أشهر', 'ادفع الإيجار', '2027-02-22'],
    ['ادفع الإيجار بعد سنة', 'ادفع الإيجار', '2027-11-22'],
    ['ادفع الإيجار 10 أيام من الآن', 'ادفع الإيجار', '2026-12-02'],
    ['ادفع الإيجار يوم 15', 'ادفع الإيجار', '2026-12-15'],
    ['ادفع الإيجار في ٣٠ من الشهر', 'ادفع الإيجار', '2026-11-30'],
    ['ادفع الإيجار 24 ديسمبر', 'ادفع الإيجار', '2026-12-24'],
    ['ادفع الإيجار في ٢٤ ديسمبر', 'ادفع الإيجار', '2026-12-24'],
    ['ادفع الإيجار 24 كانون الأول', 'ادفع الإيجار', '2026-12-24'],
    ['ادفع الإيجار يوم 5 يناير 2027', 'ادفع الإيجار', '2027-01-05'],
    ['ادفع الإيجار ٥ من يناير عام ٢٠٢٧', 'ادفع الإيجار', '2027-01-05'],
    ['ادفع الإيجار ٤/١٢', 'ادفع الإيجار', '2026-12-04'],
    ['ادفع الإيجار ٤/١٢/٢٠٢٦', 'ادفع الإيجار', '2026-12-04'],
    ['ادفع الإيجار ٢٠٢٦-١٢-٠١', 'ادفع الإيجار', '2026-12-01'],
    ['ادفع الإيجار tomorrow', 'ادفع الإيجار', '2026-11-23'],
    ['Pay rent غدًا', 'Pay rent', '2026-11-23'],
  ])('"%s" is "%s" on %s', (text, title, dueDate) => {
    const { schedule, ...rest } = read(text);
    expect([rest.title, schedule?.dueDate, schedule?.dueTime]).toEqual([title, dueDate, null]);
  });

  it.each([
    ['اتصل الساعة 5 مساءً', '2026-11-22', '17:00'],
    ['اتصل الساعة ٥ مساءً', '2026-11-22', '17:00'],
    ['اتصل الساعة ٥:٣٠ م', '2026-11-22', '17:30'],
    ['اتصل ٥م', '2026-11-22', '17:00'],
    ['اتصل 9 صباحًا', '2026-11-23', '09:00'],
    ['اتصل في الساعة الخامسة مساءً', '2026-11-22', '17:00'],
    ['اتصل الساعة الخامسة والنصف مساءً', '2026-11-22', '17:30'],
    ['اتصل الساعة السادسة إلا ربعًا مساءً', '2026-11-22', '17:45'],
    ['اتصل الساعة الثالثة والربع بعد الظهر', '2026-11-22', '15:15'],
    ['اتصل الساعة 12 ظهرًا', '2026-11-22', '12:00'],
    ['اتصل الساعة 1 ظهرا', '2026-11-22', '13:00'],
    ['اتصل الساعة 11 ليلًا', '2026-11-22', '23:00'],
    ['اتصل الساعة 17:30', '2026-11-22', '17:30'],
    ['اتصل عند منتصف الليل', '2026-11-23', '00:00'],
    ['اتصل عند الظهر', '2026-11-22', '12:00'],
    ['اتصل غدًا الساعة 9', '2026-11-23', '09:00'],
    ['اتصل غدًا الساعة 9 صباحًا', '2026-11-23', '09:00'],
    ['اتصل الساعة 9 صباحًا غدًا', '2026-11-23', '09:00'],
    ['اتصل يوم الأحد القادم الساعة الخامسة والنصف مساءً', '2026-11-29', '17:30'],
    ['اتصل غدًا صباحًا', '2026-11-23', '09:00'],
    ['اتصل صباح الغد', '2026-11-23', '09:00'],
    ['اتصل مساء الجمعة', '2026-11-27', '19:00'],
    ['اتصل غدًا بعد الظهر', '2026-11-23', '12:00'],
    ['اتصل هذا المساء', '2026-11-22', '19:00'],
    ['اتصل الليلة', '2026-11-22', '19:00'],
    ['اتصل بعد ساعتين', '2026-11-22', '12:30'],
    ['اتصل بعد نصف ساعة', '2026-11-22', '11:00'],
    ['اتصل بعد ساعة ونصف', '2026-11-22', '12:00'],
    ['اتصل tomorrow الساعة 5 مساءً', '2026-11-23', '17:00'],
    ['اتصل غدًا 5pm', '2026-11-23', '17:00'],
  ])('"%s" is on %s at %s', (text, dueDate, dueTime) => {
    const { schedule, title } = read(text);
    expect(title).toBe('اتصل');
    expect(schedule).toMatchObject({ dueDate, dueTime, timeZone: 'Africa/Cairo' });
  });

  it.each([
    ['تمرين كل يوم', 'FREQ=DAILY', '2026-11-22'],
    ['تمرين يوميًا', 'FREQ=DAILY', '2026-11-22'],
    ['تمرين كل يومين', 'FREQ=DAILY;INTERVAL=2', '2026-11-22'],
    ['تمرين كل ٣ أيام', 'FREQ=DAILY;INTERVAL=3', '2026-11-22'],
    ['تمرين كل أسبوع', 'FREQ=WEEKLY', '2026-11-22'],
    ['تمرين كل أسبوعين', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-22'],
    ['تمرين كل أسبوعين يوم الاثنين', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-23'],
    ['تمرين كل أحد', 'FREQ=WEEKLY;BYDAY=SU', '2026-11-22'],
    ['تمرين كل يوم أحد', 'FREQ=WEEKLY;BYDAY=SU', '2026-11-22'],
    ['تمرين كل جمعة', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
    ['تمرين كل اثنين وأربعاء', 'FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23'],
    ['تمرين كل سبت، اثنين وأربعاء', 'FREQ=WEEKLY;BYDAY=MO,WE,SA', '2026-11-23'],
    ['كل يوم اثنين تمرين', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23'],
    ['تمرين كل يوم عمل', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
    ['تمرين كل شهر', 'FREQ=MONTHLY', '2026-11-22'],
    ['تمرين كل 3 أشهر', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-22'],
    ['تمرين يوم 15 من كل شهر', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
    ['تمرين كل شهر يوم 15', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
    ['تمرين آخر كل شهر', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
    ['تمرين آخر يوم من كل شهر', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
    ['تمرين كل ثالث جمعة من الشهر', 'FREQ=MONTHLY;BYDAY=3FR', '2026-12-18'],
    ['تمرين أول جمعة من كل شهر', 'FREQ=MONTHLY;BYDAY=1FR', '2026-12-04'],
    ['تمرين كل سنة', 'FREQ=YEARLY', '2026-11-22'],
    ['تمرين كل 5 يناير', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5', '2027-01-05'],
    ['تمرين 5 يناير من كل عام', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5', '2027-01-05'],
    ['تمرين كل يوم حتى ٢٤ ديسمبر', 'FREQ=DAILY;UNTIL=20261224', '2026-11-22'],
    ['تمرين كل 10 أيام ابتداءً من 5 يناير', 'FREQ=DAILY;INTERVAL=10', '2027-01-05'],
    ['تمرين كل شهر غدًا', 'FREQ=MONTHLY', '2026-11-23'],
    ['تمرين every جمعة', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
    ['تمرين every friday', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
  ])('"%s" comes back by %s, first on %s', (text, rule, dueDate) => {
    const { schedule, title } = read(text);
    expect(title).toBe('تمرين');
    expect(schedule).toMatchObject({ recurrence: { rule, basis: 'due' }, dueDate });
  });

  it('a rhythm has its time, and may count from completion', () => {
    expect(read('تمرين كل يوم الساعة 9 مساءً').schedule).toMatchObject({
      recurrence: { rule: 'FREQ=DAILY' },
      dueTime: '21:00',
    });
    expect(read('تمرين كل صباح').schedule?.dueTime).toBe('09:00');
    expect(read('تمرين كل! 3 أيام').schedule?.recurrence?.basis).toBe('completion');
    expect(read('تمرين كل 3 أيام من الإنجاز').schedule?.recurrence).toEqual({
      rule: 'FREQ=DAILY;INTERVAL=3',
      basis: 'completion',
    });
  });

  it('a start and a reminder are read', () => {
    expect(read('تقرير من الاثنين').schedule?.startDate).toBe('2026-11-23');
    expect(read('تقرير ابتداءً من 1 ديسمبر').schedule?.startDate).toBe('2026-12-01');
    const before = (text: string) => read(text).reminders?.[0]?.minutesBefore;
    expect(before('اتصل غدًا الساعة 9 ذكّرني قبل 10 دقائق')).toBe(10);
    expect(before('اتصل غدًا الساعة 9 ذكّرني قبلها بعشر دقائق')).toBe(10);
    expect(before('اتصل غدًا الساعة 9، تذكير قبل ساعة')).toBe(60);
    expect(before('اتصل غدًا الساعة 9 تذكير قبل يومين')).toBe(2_880);
  });

  it.each([
    'تحضير الغداء',
    'صلاة الجمعة',
    'عروض الجمعة البيضاء',
    'احتفال اليوم الوطني',
    'مرتين في اليوم',
    'كل عام وأنتم بخير',
    'دوام من الأحد إلى الخميس',
    'بعد العمل',
    'بعد الجمعة',
    'قبل يوم الجمعة',
    'أنهِ كل شيء',
    'لا أحد هنا',
    'شراء 5 كتب',
    'إصلاح الساعة',
    'الفصل 5',
    'الساعة 25',
    'كل 0 أيام',
  ])('"%s" is text', (text) => {
    expect(read(text)).toMatchObject({ title: text, tokens: [] });
  });

  it('quotes and what the person said is text are never read', () => {
    expect(read('شاهد «الجمعة» غدًا')).toMatchObject({
      title: 'شاهد الجمعة',
      schedule: { dueDate: '2026-11-23' },
    });
    expect(read('اتصل بعد غد', [{ start: 5, end: 11 }])).toMatchObject({
      title: 'اتصل بعد غد',
      tokens: [],
    });
    expect(read('اتصل غدًا #بيت !1')).toMatchObject({
      title: 'اتصل',
      labelIds: ['l-home'],
      priority: 'urgent',
    });
  });

  it('is not read where the language is not spoken', () => {
    const { tokens } = parseQuickAdd('اتصل غدًا', { ...context, grammars: [] });
    expect(tokens).toEqual([]);
  });

  it.each([
    ['كل أسبوعين يوم الجمعة', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['كل آخر يوم من الشهر', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['كل! 3 أيام', 'FREQ=DAILY;INTERVAL=3'],
  ])('"%s" by itself is a rhythm', (phrase, rule) => {
    const said = arabicGrammar.inEnglish(phrase);
    expect(recurrenceFromPhrase({ phrase: said, today: context.today })).toMatchObject({
      recurrence: { rule },
    });
  });
});

const words =
  'كل يوم يومين أحد الأحد وأربعاء، اثنين الجمعة غدًا غد بعد قبل ٣ 3 أيام أسبوع أسبوعين شهر الشهر القادم الساعة ٥ ٥:٣٠ الخامسة والنصف مساءً م صباحًا في من حتى ابتداءً ٢٤ ديسمبر كانون الأول نهاية آخر أول ذكّرني دقائق ! ، « » " ( ) . #بيت !1 ~30m tomorrow every 9am pm at ـ ّ \u200f \u2067 \ud83c 👩‍👩‍👧 ادفع';
const pieces = fc.constantFrom(...words.split(' '));
const lines = linesOf(pieces);

describe('every line with Arabic in it', () => {
  itReadsEveryLine(lines, read);

  it('is its own title as text, and English in it means what it means without Arabic', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const all = read(text, [{ start: 0, end: text.length }]);
        expect([all.title, all.tokens]).toEqual([text.trim(), []]);
        const plain = text.replaceAll(/[\u0600-\u06ff]/g, '');
        const english = parseQuickAdd(plain, { ...context, grammars: [] });
        expect(parseQuickAdd(plain, context)).toEqual(english);
      }),
      { numRuns: 1_000 },
    );
  });
});
