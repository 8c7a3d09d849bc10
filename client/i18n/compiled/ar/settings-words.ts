// Made from catalogs/ar/settings.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { SettingsWords } from '../types/settings-words.ts';

/** The words of `settings` in the language `ar`. */
export const settingsWords: SettingsWords = {
  title: 'الإعدادات',
  appearance: 'المظهر العام',
  language: 'اللغة',
  languageOfDevice: 'لغة الجهاز',
  theme: 'المظهر',
  themes: {
    system: 'حسب الجهاز',
    light: 'فاتح',
    dark: 'داكن',
  },
  density: 'ارتفاع الصفوف',
  densities: {
    comfortable: 'مريح',
    compact: 'متراص',
  },
  keyboard: 'لوحة المفاتيح',
  singleKeys: 'اختصارات المفتاح الواحد',
  singleKeysText: 'مفاتيح مثل E أو J تعمل في القائمة. عطّلها إن كنت تستخدم الإدخال الصوتي.',
  showKeys: 'عرض كل المفاتيح',
  account: 'الحساب',
  data: 'بياناتك',
  importText: 'انقل مهامك من Todoist أو من تقويم أو من ملف صدّره TaskFlow.',
  exportText: 'كل ما على هذا الجهاز في ملف JSON واحد.',
  export: 'تصدير بياناتي',
  about: 'حول',
  version: (of) => `الإصدار ${text(of.version)}`,
  checkForUpdate: 'البحث عن تحديثات',
  notChecked: 'لا يمكن الوصول إلى الخادم الآن. حاول مجددًا عند اتصالك بالشبكة.',
  isNewest: 'هذا أحدث إصدار.',
  contrast: 'التباين',
  contrasts: {
    system: 'حسب الجهاز',
    normal: 'عادي',
    high: 'مرتفع',
  },
  densityText: 'الصفوف التي تُلمس تتسع دائماً للإصبع.',
};
