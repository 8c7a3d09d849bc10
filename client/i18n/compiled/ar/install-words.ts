// Made from catalogs/ar/install.json by `npm run words`; edit that instead.
import type { InstallWords } from '../types/install-words.ts';

/** The words of `install` in the language `ar`. */
export const installWords: InstallWords = {
  title: 'تثبيت TaskFlow',
  text: 'في نافذة خاصة، على بُعد لمسة واحدة، وبمأمن من تنظيف المتصفح لبياناته.',
  installed: 'TaskFlow مثبّت',
  installedText: 'يعمل في نافذة خاصة به.',
  cardTitle: 'اجعل TaskFlow في متناول يدك',
  cardText: 'بعد تثبيته يُفتح من الشاشة الرئيسية أو شريط المهام، حتى من دون شبكة.',
  install: 'تثبيت',
  how: 'كيفية التثبيت',
  later: 'ليس الآن',
  notInstalled: 'لم يُثبّت. يمكنك تثبيته من هنا في أي وقت.',
  steps: {
    ios: {
      '0': 'اضغط على زر المشاركة في شريط المتصفح.',
      '1': 'اختر «إضافة إلى الشاشة الرئيسية».',
      '2': 'اضغط على «إضافة»، ثم افتح TaskFlow من هناك.',
    },
    mac: {
      '0': 'افتح قائمة «ملف» في المتصفح.',
      '1': 'اختر «إضافة إلى الشريط…».',
      '2': 'انقر «إضافة»، ثم افتح TaskFlow من هناك.',
    },
    android: {
      '0': 'افتح قائمة المتصفح.',
      '1': 'اختر «تثبيت» أو «إضافة إلى الشاشة الرئيسية».',
    },
    menu: {
      '0': 'افتح قائمة المتصفح.',
      '1': 'اختر «تثبيت TaskFlow» أو «التطبيقات». المتصفح الذي ليس فيه هذا ولا ذاك لا يستطيع تثبيت التطبيقات.',
    },
  },
};
