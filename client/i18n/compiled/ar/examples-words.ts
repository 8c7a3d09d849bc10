// Made from catalogs/ar/examples.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { ExamplesWords } from '../types/examples-words.ts';

/** The words of `examples` in the language `ar`. */
export const examplesWords: ExamplesWords = {
  project: 'البداية',
  note: 'هذه الأمثلة لك لتجرّب بها ما تشاء.',
  remove: 'إزالة الأمثلة',
  removed: 'نُقلت الأمثلة إلى سلة المهملات',
  dismiss: 'إخفاء هذا السطر',
  tasks: {
    tick: {
      title: (of) => `أكملني: ا${(of.device === 'touch' ? 'لمس الدائرة أو اسحبني إلى اليسار' : `نقر الدائرة أو اضغط ${text(of.key)}`)}`,
      notes: 'تغادر المهام المكتملة القائمة، وتبقى محفوظة ويمكن إعادة فتحها بنقرة واحدة.',
    },
    add: {
      title: (of) => `ا${(of.device === 'touch' ? 'لمس +' : `ضغط ${text(of.key)}`)} واكتب «Call Mum tomorrow 18:00 #family»`,
      notes: '`Call Mum tomorrow 18:00 #family`\n\nيُفهم اليوم والوقت والوسم أثناء الكتابة. تُكتب كلمات التاريخ بالإنجليزية، ويمكن أن تأتي في أي موضع.',
    },
    drag: {
      title: (of) => `ا${(of.device === 'touch' ? 'لمس ⋯ بجانبي وانقلني إلى الأعلى' : `سحبني إلى موضع آخر أو اضغط ${text(of.key)}`)}`,
      notes: '',
    },
    open: {
      title: (of) => `ا${(of.device === 'touch' ? 'لمس عنواني لفتحي' : `فتحني بالمفتاح ${text(of.key)}`)} وأشِّر في ملاحظاتي`,
      notes: 'الملاحظات تفهم Markdown:\n\n- [x] فتح المهمة\n- [ ] التأشير على هذا السطر\n- [ ] كتابة سطر من عندك',
    },
    plan: {
      title: (of) => `حدِّد موعدي: ا${(of.device === 'touch' ? 'سحبني إلى اليمين' : `ضغط ${text(of.key)}`)} واختر يوماً`,
      notes: 'ما له يوم يظهر في «اليوم» أو «القادم» حين يحين وقته.',
    },
    find: {
      title: (of) => `اعثر عليّ: ا${(of.device === 'touch' ? 'لمس البحث' : `ضغط ${text(of.key)}`)} واكتب «الكنز»`,
      notes: 'هذا هو الكنز. يشمل البحث العناوين والملاحظات والتعليقات، حتى من دون شبكة.',
    },
    undo: {
      title: (of) => `غيِّر شيئاً ثم ${(of.device === 'touch' ? 'المس «تراجع»' : `تراجع عنه بالضغط على ${text(of.key)}`)}`,
      notes: 'يمكن التراجع عن كل تغيير واحداً تلو الآخر، حتى بعد إعادة التحميل.',
    },
    parent: {
      title: 'الأمور الكبيرة تتكون من أمور صغيرة',
      notes: '',
    },
    child: {
      title: 'أنا مهمة فرعية، ويمكن أن تكون لي مهام فرعية أيضاً',
      notes: '',
    },
    offline: {
      title: 'أوقف الشبكة وواصل العمل',
      notes: 'يُحفظ كل شيء على هذا الجهاز أولاً. ومع حساب يُرسل إلى أجهزتك الأخرى فور توفر الشبكة.',
    },
  },
};
