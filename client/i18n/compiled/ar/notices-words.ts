// Made from catalogs/ar/notices.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { NoticesWords } from '../types/notices-words.ts';

/** The words of `notices` in the language `ar`. */
export const noticesWords: NoticesWords = {
  title: 'الإشعارات',
  onDevice: 'أبلغني على هذا الجهاز عندما يكون TaskFlow مغلقًا',
  states: {
    unsupported: 'لا يستطيع هذا المتصفح عرض إشعارات صفحة مغلقة.',
    'install-first': 'على هذا الجهاز لا يستطيع ذلك إلا التطبيق المثبَّت: أضف TaskFlow إلى الشاشة الرئيسية أولًا.',
    blocked: 'الإشعارات محظورة في إعدادات المتصفح لهذا الموقع. اسمح بها هناك ثم شغّل هذا الخيار.',
    off: 'تأتي التذكيرات ما دام TaskFlow مفتوحًا في إحدى علامات التبويب.',
    on: 'تأتي الإشعارات عبر خدمة الدفع في متصفحك، مشفَّرة لهذا الجهاز.',
    unreachable: 'تعذّر الوصول إلى خدمة الدفع أو إلى الخادم. سيُعاد ذلك عند التشغيل التالي.',
  },
  signIn: 'مع حساب تأتي التذكيرات أيضًا عندما يكون TaskFlow مغلقًا.',
  kinds: {
    reminder: 'التذكيرات',
    assigned: 'المُسند إليّ',
    mentioned: 'الإشارة إليّ',
    unsent: 'تغييرات باقية على جهاز آخر',
  },
  kindTexts: {
    reminder: 'في الأوقات التي تحددها للمهام.',
    assigned: 'عندما يُسند إليك أحد مهمة.',
    mentioned: 'عندما يكتب أحد @ واسمك في تعليق.',
    unsent: 'عندما يحتفظ جهاز آخر لك بتغييرات يومًا كاملًا دون إرسالها.',
  },
  test: 'جرّبها',
  sendTest: 'إرسال تجربة',
  testSent: 'أُرسلت. ستصل بعد لحظة.',
  testFailed: 'لم تقبلها خدمة الدفع. أوقف هذا الخيار ثم شغّله وحاول مرة أخرى.',
  askTitle: 'هل تريد التذكير أيضًا عندما يكون TaskFlow مغلقًا؟',
  askText: 'سيسألك المتصفح هل يُسمح لـ TaskFlow بعرض الإشعارات. يمكنك إيقافها من الإعدادات في أي وقت.',
  askNow: 'ذكّرني',
  notNow: 'ليس الآن',
  blocked: 'لم يُسمح للمتصفح بذلك. يمكنك تغيير ذلك في إعداداته لهذا الموقع.',
  failed: 'تعذّر الوصول إلى خدمة الدفع. سيحاول TaskFlow مجددًا عند تشغيله التالي.',
  turnedOn: 'من الآن تأتي التذكيرات على هذا الجهاز، حتى عندما يكون TaskFlow مغلقًا.',
  shown: {
    reminder: 'تذكير',
    assigned: (of) => `أسند ${text(of.by)} هذه المهمة إليك`,
    mentioned: (of) => `أشار إليك ${text(of.by)}`,
    unsent: (of) => `لم يرسل ${text(of.device)} بعض تغييراتك (${text(of.count)}). افتح TaskFlow هناك قبل أن يمحوها متصفحه.`,
    test: 'الإشعارات تعمل على هذا الجهاز.',
    done: 'تم',
    snooze: 'بعد ساعة',
  },
  didDone: (of) => `أُنجزت «${text(of.title)}» من إشعارها`,
  didSnooze: (of) => `ستأتي «${text(of.title)}» مرة أخرى لاحقًا كما اختير في إشعارها`,
};
