// Made from catalogs/ar/sync.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { SyncWords } from '../types/sync-words.ts';

/** The words of `sync` in the language `ar`. */
export const syncWords: SyncWords = {
  label: 'المزامنة',
  local: 'محفوظ على هذا الجهاز',
  offline: (of) => `غير متصل${(of.waiting === 0 ? '' : form(of.waiting) === 'one' ? ' — تغيير واحد في الانتظار' : form(of.waiting) === 'two' ? ' — تغييران في الانتظار' : form(of.waiting) === 'few' ? ` — ${number(of.waiting)} تغييرات في الانتظار` : form(of.waiting) === 'many' ? ` — ${number(of.waiting)} تغييرًا في الانتظار` : ` — ${number(of.waiting)} تغيير في الانتظار`)}`,
  changesWaiting: (of) => `${(form(of.waiting) === 'zero' ? 'لا تغييرات' : form(of.waiting) === 'one' ? 'تغيير واحد' : form(of.waiting) === 'two' ? 'تغييران' : form(of.waiting) === 'few' ? `${number(of.waiting)} تغييرات` : form(of.waiting) === 'many' ? `${number(of.waiting)} تغييرًا` : `${number(of.waiting)} تغيير`)} في الانتظار`,
  syncing: (of) => `جارٍ ${(of.waiting === 0 ? 'المزامنة' : form(of.waiting) === 'one' ? 'مزامنة تغيير واحد' : form(of.waiting) === 'two' ? 'مزامنة تغييرين' : form(of.waiting) === 'few' ? `مزامنة ${number(of.waiting)} تغييرات` : form(of.waiting) === 'many' ? `مزامنة ${number(of.waiting)} تغييرًا` : `مزامنة ${number(of.waiting)} تغيير`)}`,
  getting: (of) => `جارٍ جلب مهامك ${number(of.received)}`,
  gettingOf: (of) => `جارٍ جلب مهامك ${number(of.received)} / ${number(of.total)}`,
  synced: 'تمت المزامنة',
  retrying: (of) => `تعذّر الوصول إلى الخادم — إعادة المحاولة خلال ${number(of.seconds)} ث`,
  needsSignIn: (of) => `سجّل الدخول ل${(of.waiting === 0 ? 'لمزامنة' : form(of.waiting) === 'one' ? 'مزامنة تغيير واحد' : form(of.waiting) === 'two' ? 'مزامنة تغييرين' : form(of.waiting) === 'few' ? `مزامنة ${number(of.waiting)} تغييرات` : form(of.waiting) === 'many' ? `مزامنة ${number(of.waiting)} تغييرًا` : `مزامنة ${number(of.waiting)} تغيير`)}`,
  attention: (of) => `${(form(of.refused) === 'zero' ? 'لا تغييرات تحتاج' : form(of.refused) === 'one' ? 'تغيير واحد يحتاج' : form(of.refused) === 'two' ? 'تغييران يحتاجان' : form(of.refused) === 'few' ? `${number(of.refused)} تغييرات تحتاج` : form(of.refused) === 'many' ? `${number(of.refused)} تغييرًا يحتاج` : `${number(of.refused)} تغيير يحتاج`)} إلى انتباهك`,
  updateRequired: 'حدّث التطبيق للمزامنة',
  explain: {
    local: 'مهامك على هذا الجهاز. أنشئ حسابًا لتجدها في كل مكان.',
    offline: 'كل شيء يعمل. التغييرات على هذا الجهاز وتُرسل عند عودة الشبكة.',
    syncing: 'التغييرات على هذا الجهاز وفي طريقها إلى الخادم.',
    getting: 'يمكنك بدء العمل؛ والباقي في الطريق.',
    synced: 'لدى الخادم كل ما على هذا الجهاز.',
    retrying: 'كل شيء يعمل. تبقى التغييرات على هذا الجهاز حتى يستجيب الخادم.',
    'needs-sign-in': 'انتهت جلستك. كل شيء على هذا الجهاز؛ سجّل الدخول لإرساله.',
    attention: 'رفض الخادم تغييرًا. هو محفوظ على هذا الجهاز.',
    'update-required': 'هذا الإصدار أقدم مما يقبله الخادم. تغييراتك محفوظة على هذا الجهاز وتُرسل بعد التحديث.',
  },
};
