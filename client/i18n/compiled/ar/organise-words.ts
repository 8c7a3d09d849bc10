// Made from catalogs/ar/organise.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { OrganiseWords } from '../types/organise-words.ts';

/** The words of `organise` in the language `ar`. */
export const organiseWords: OrganiseWords = {
  select: {
    bar: 'المهام المحددة',
    selected: (of) => `المحدد: ${number(of.count)}`,
    cleared: 'لا شيء محدد',
    clear: 'مسح التحديد',
    all: 'تحديد الكل',
    done: 'إكمال',
    schedule: 'جدولة',
    scheduleTitle: (of) => (form(of.count) === 'zero' ? 'لا مهام للجدولة' : form(of.count) === 'one' ? 'جدولة مهمة واحدة' : form(of.count) === 'two' ? 'جدولة مهمتين' : form(of.count) === 'few' ? `جدولة ${number(of.count)} مهام` : `جدولة ${number(of.count)} مهمة`),
    move: 'نقل',
    duplicate: 'إنشاء نسخة',
    trash: 'سلة المهملات',
    completed: (of) => (form(of.count) === 'zero' ? 'لم تكتمل مهام' : form(of.count) === 'one' ? 'اكتملت مهمة واحدة' : form(of.count) === 'two' ? 'اكتملت مهمتان' : form(of.count) === 'few' ? `اكتملت ${number(of.count)} مهام` : `اكتملت ${number(of.count)} مهمة`),
    reopened: (of) => (form(of.count) === 'zero' ? 'لم تُفتح مهام' : form(of.count) === 'one' ? 'أعيد فتح مهمة واحدة' : form(of.count) === 'two' ? 'أعيد فتح مهمتين' : form(of.count) === 'few' ? `أعيد فتح ${number(of.count)} مهام` : `أعيد فتح ${number(of.count)} مهمة`),
    trashed: (of) => `${(form(of.count) === 'zero' ? 'لم تُنقل مهام' : form(of.count) === 'one' ? 'نُقلت مهمة واحدة' : form(of.count) === 'two' ? 'نُقلت مهمتان' : form(of.count) === 'few' ? `نُقلت ${number(of.count)} مهام` : `نُقلت ${number(of.count)} مهمة`)} إلى سلة المهملات`,
    prioritised: (of) => (form(of.count) === 'zero' ? 'لم تتغيّر أي أولوية' : form(of.count) === 'one' ? 'تغيّرت أولوية مهمة واحدة' : form(of.count) === 'two' ? 'تغيّرت أولوية مهمتين' : form(of.count) === 'few' ? `تغيّرت أولوية ${number(of.count)} مهام` : `تغيّرت أولوية ${number(of.count)} مهمة`),
    scheduled: (of) => (form(of.count) === 'zero' ? 'لم يتغيّر أي تاريخ' : form(of.count) === 'one' ? 'تغيّر تاريخ مهمة واحدة' : form(of.count) === 'two' ? 'تغيّر تاريخ مهمتين' : form(of.count) === 'few' ? `تغيّر تاريخ ${number(of.count)} مهام` : `تغيّر تاريخ ${number(of.count)} مهمة`),
    labelled: (of) => (form(of.count) === 'zero' ? 'لم تتغيّر أي وسوم' : form(of.count) === 'one' ? 'تغيّرت وسوم مهمة واحدة' : form(of.count) === 'two' ? 'تغيّرت وسوم مهمتين' : form(of.count) === 'few' ? `تغيّرت وسوم ${number(of.count)} مهام` : `تغيّرت وسوم ${number(of.count)} مهمة`),
    duplicated: (of) => (form(of.count) === 'zero' ? 'لم تُنشأ أي نسخة' : form(of.count) === 'one' ? 'أُنشئت نسخة من مهمة واحدة' : form(of.count) === 'two' ? 'أُنشئت نسخة من مهمتين' : form(of.count) === 'few' ? `أُنشئت نسخة من ${number(of.count)} مهام` : `أُنشئت نسخة من ${number(of.count)} مهمة`),
    repeatTitle: (of) => (form(of.count) === 'zero' ? 'لا مهام للتكرار' : form(of.count) === 'one' ? 'كيف تتكرّر المهمة' : form(of.count) === 'two' ? 'كيف تتكرّر المهمتان' : form(of.count) === 'few' ? `كيف تتكرّر ${number(of.count)} مهام` : `كيف تتكرّر ${number(of.count)} مهمة`),
    repeats: (of) => (form(of.count) === 'zero' ? 'لم يتغيّر أي تكرار' : form(of.count) === 'one' ? 'تغيّر تكرار مهمة واحدة' : form(of.count) === 'two' ? 'تغيّر تكرار مهمتين' : form(of.count) === 'few' ? `تغيّر تكرار ${number(of.count)} مهام` : `تغيّر تكرار ${number(of.count)} مهمة`),
    repeat: 'التكرار',
  },
  move: {
    title: (of) => `نقل ${(form(of.count) === 'zero' ? 'المهام' : form(of.count) === 'one' ? 'مهمة واحدة' : form(of.count) === 'two' ? 'مهمتين' : form(of.count) === 'few' ? `${number(of.count)} مهام` : `${number(of.count)} مهمة`)} إلى …`,
    placeholder: (of) => `نقل ${(form(of.count) === 'zero' ? 'المهام' : form(of.count) === 'one' ? 'مهمة واحدة' : form(of.count) === 'two' ? 'مهمتين' : form(of.count) === 'few' ? `${number(of.count)} مهام` : `${number(of.count)} مهمة`)} إلى … (مشروع أو قسم)`,
    nothing: 'لا مشروع ولا قسم بهذا الاسم',
    moved: (of) => `${(form(of.count) === 'zero' ? 'لم تُنقل مهام' : form(of.count) === 'one' ? 'نُقلت مهمة واحدة' : form(of.count) === 'two' ? 'نُقلت مهمتان' : form(of.count) === 'few' ? `نُقلت ${number(of.count)} مهام` : `نُقلت ${number(of.count)} مهمة`)} إلى ${text(of.place)}`,
    inSection: (of) => `${text(of.section)} ضمن ${text(of.project)}`,
    tooDeep: 'للمهام الفرعية خمسة مستويات، وهذا يكون السادس.',
    noParent: 'لا توجد فوقها مهمة يمكن أن تتفرع عنها.',
    noLevel: 'هي في المستوى الأعلى بالفعل.',
    indented: 'أصبحت مهمة فرعية للمهمة التي فوقها',
    outdented: 'أُخرجت مستوى واحدًا',
    indent: 'جعلها مهمة فرعية',
    outdent: 'إخراجها مستوى واحدًا',
    toOther: 'نقل إلى …',
    within: 'نقل ضمن القائمة',
  },
};
