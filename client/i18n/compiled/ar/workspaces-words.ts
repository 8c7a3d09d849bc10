// Made from catalogs/ar/workspaces.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { WorkspacesWords } from '../types/workspaces-words.ts';

/** The words of `workspaces` in the language `ar`. */
export const workspacesWords: WorkspacesWords = {
  heading: 'مساحات العمل',
  personal: 'شخصية',
  workspace: 'مساحة العمل',
  add: 'مساحة عمل جديدة',
  about: 'لكل مساحة عمل مشاريعها ومهامها ووسومها، منفصلة عن غيرها.',
  name: 'الاسم',
  namePlaceholder: 'مثلًا: العمل',
  create: 'إنشاء مساحة العمل',
  created: (of) => `أُنشئت مساحة العمل ${text(of.name)}`,
  addProject: 'إضافة مشروع',
  addProjectIn: (of) => `مشروع جديد في ${text(of.name)}`,
  guest: 'مساحات العمل تتبع حسابًا. سجّل الدخول أو أنشئ حسابًا، ويمكن أن يأتي معك ما صنعته هنا.',
  signIn: 'تسجيل الدخول',
  away: 'الخادم هو الذي ينشئ مساحات العمل، ولا يمكن الوصول إليه الآن. حاول مجددًا عند عودة الاتصال؛ الاسم محفوظ هنا.',
  signedOut: 'انتهت جلستك. سجّل الدخول مجددًا، ثم أنشئ مساحة العمل.',
  busy: 'الخادم مشغول. حاول مجددًا بعد قليل.',
  failed: 'لم ينشئ الخادم مساحة العمل. حاول مجددًا.',
  moveTo: 'نقل إلى مساحة عمل …',
  moveProject: (of) => `نقل ${text(of.name)} إلى …`,
  choose: 'اختر مساحة عمل',
  nothing: 'لا مساحة عمل بهذا الاسم',
  projectMoved: (of) => `نُقل ${text(of.name)} إلى ${text(of.workspace)}`,
  movedTo: (of) => `نُقل إلى ${text(of.workspace)}`,
  movedAway: 'نُقل إلى مساحة عمل أخرى',
  refused: (of) => `لم يقبل الخادم «${text(of.title)}» في ${text(of.workspace)}. عادت إلى مكانها، وقد تقبلها مساحة عمل أخرى.`,
  notWhole: 'لا تزال مساحة العمل هذه في طريقها إلى هذا الجهاز. لم يُنقل شيء؛ حاول مجددًا بعد لحظة.',
  rename: 'إعادة التسمية',
  renameOf: (of) => `إعادة تسمية ${text(of.name)}`,
  renameTitle: 'إعادة تسمية مساحة العمل',
  renameAbout: 'يرى الاسم الجديد كل من في مساحة العمل هذه.',
};
