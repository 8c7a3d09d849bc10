// Made from catalogs/ar/session.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { SessionWords } from '../types/session-words.ts';

/** The words of `session` in the language `ar`. */
export const sessionWords: SessionWords = {
  signInTitle: 'مرحبًا بعودتك',
  signInText: 'سجّل الدخول لترى مهامك على هذا الجهاز.',
  signUpTitle: 'أنشئ حسابك',
  signUpText: 'مهامك على كل جهاز، مع الشبكة أو بدونها.',
  guestTasksMove: 'تنتقل المهام الموجودة على هذا الجهاز إلى حسابك.',
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  passwordHint: (of) => (form(of.min) === 'zero' ? 'بلا حد أدنى' : form(of.min) === 'one' ? 'حرف واحد على الأقل' : form(of.min) === 'two' ? 'حرفان على الأقل' : form(of.min) === 'few' ? `${number(of.min)} أحرف على الأقل` : form(of.min) === 'many' ? `${number(of.min)} حرفًا على الأقل` : `${number(of.min)} حرف على الأقل`),
  showPassword: 'إظهار كلمة المرور',
  hidePassword: 'إخفاء كلمة المرور',
  signIn: 'تسجيل الدخول',
  signUp: 'إنشاء حساب',
  signingIn: 'جارٍ تسجيل الدخول …',
  toSignUp: 'جديد هنا؟ أنشئ حسابًا',
  toSignIn: 'لديك حساب؟ سجّل الدخول',
  withoutAccount: 'المتابعة بلا حساب',
  signOut: 'تسجيل الخروج',
  guest: 'لا حساب بعد',
  guestText: 'مهامك محفوظة على هذا الجهاز فقط. ومع حساب تكون على كل أجهزتك.',
  errors: {
    invalid_credentials: 'البريد الإلكتروني وكلمة المرور غير متطابقين.',
    email_taken: 'يوجد حساب بهذا البريد الإلكتروني. سجّل الدخول بدلًا من ذلك.',
    invalid: 'يرجى التحقق مما أدخلته.',
    too_many_requests: 'محاولات كثيرة جدًا. يرجى الانتظار دقيقة.',
    offline: 'أنت غير متصل. تابع بلا حساب؛ مهامك محفوظة وتنتقل إليه لاحقًا.',
    unknown: 'لم يستجب الخادم كما هو متوقع. لم يتغيّر شيء؛ يرجى إعادة المحاولة.',
  },
  signOutTitle: 'بعض التغييرات على هذا الجهاز فقط',
  signOutText: (of) => `${(form(of.count) === 'zero' ? 'وصلت كل التغييرات إلى الخادم' : form(of.count) === 'one' ? 'لم يصل تغيير واحد إلى الخادم بعد' : form(of.count) === 'two' ? 'لم يصل تغييران إلى الخادم بعد' : form(of.count) === 'few' ? `لم تصل ${number(of.count)} تغييرات إلى الخادم بعد` : form(of.count) === 'many' ? `لم يصل ${number(of.count)} تغييرًا إلى الخادم بعد` : `لم يصل ${number(of.count)} تغيير إلى الخادم بعد`)}.`,
  staySignedIn: 'البقاء مسجّل الدخول',
  discard: 'تجاهل',
  discardLabel: (of) => `أو اكتب ${number(of.count)} ل${(form(of.count) === 'zero' ? 'لمتابعة' : form(of.count) === 'one' ? 'تجاهله' : form(of.count) === 'two' ? 'تجاهلهما' : 'تجاهلها')}`,
  addGuestData: 'إضافة المهام التي أُنشئت على هذا الجهاز إلى حسابي',
  keepLocked: 'تسجيل الخروج مع إبقائها مقفلة على هذا الجهاز',
};
