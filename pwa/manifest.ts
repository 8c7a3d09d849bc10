import type { ManifestOptions } from 'vite-plugin-pwa';
import { sharePath } from '#shared/share-target';

/** What can be imported, as other apps name it. */
const importTypes = ['text/csv', '.csv', 'text/calendar', '.ics', 'application/json', '.json'];

/** Text in other languages than the manifest's own, by code: browsers that know `*_localized` take theirs. */
interface Localized {
  ar: { value: string; dir: 'rtl' };
}

interface LocalizedManifest extends Partial<Omit<ManifestOptions, 'shortcuts' | 'screenshots'>> {
  description_localized: Localized;
  shortcuts: (ManifestOptions['shortcuts'][number] & {
    name_localized: Localized;
    description_localized: Localized;
  })[];
  screenshots: (ManifestOptions['screenshots'][number] & { label_localized: Localized })[];
}

/**
 * What the browser needs to install TaskFlow. It is one file for everybody, read before any of our code: its language is
 * English, and the few words of it are there in Arabic beside. Docs: decisions/210.
 */
export const manifest: LocalizedManifest = {
  id: '/',
  name: 'TaskFlow',
  short_name: 'TaskFlow',
  lang: 'en',
  dir: 'ltr',
  description: 'An offline-first task manager. Nothing is ever lost, and it can prove it.',
  description_localized: inArabic(
    'مدير مهام يعمل دون اتصال أولًا. لا يضيع شيء أبدًا، وهذا يمكن إثباته.',
  ),
  start_url: '/dashboard',
  scope: '/',
  display: 'standalone',
  display_override: ['window-controls-overlay', 'standalone', 'minimal-ui'],
  background_color: '#fafafc',
  theme_color: '#fafafc',
  categories: ['productivity', 'utilities'],
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  share_target: {
    action: sharePath,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [{ name: 'files', accept: ['text/plain', 'text/markdown', ...importTypes] }],
    },
  },
  file_handlers: [
    {
      action: '/dashboard',
      accept: {
        'text/csv': ['.csv'],
        'text/calendar': ['.ics'],
        'application/json': ['.json'],
      },
    },
  ],
  protocol_handlers: [{ protocol: 'web+taskflow', url: '/open?link=%s' }],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    {
      name: 'Add task',
      name_localized: inArabic('إضافة مهمة'),
      url: '/dashboard?add=1',
      description: 'Write down a new task',
      description_localized: inArabic('كتابة مهمة جديدة'),
    },
    {
      name: 'Today',
      name_localized: inArabic('اليوم'),
      url: '/today',
      description: 'What is due today',
      description_localized: inArabic('ما هو مستحق اليوم'),
    },
    {
      name: 'Search',
      name_localized: inArabic('بحث'),
      url: '/search',
      description: 'Find a task',
      description_localized: inArabic('العثور على مهمة'),
    },
  ],
  screenshots: [
    screenshot('today-desktop-light', 'wide', {
      label: 'Today, with what is overdue',
      label_localized: inArabic('اليوم، مع المهام المتأخرة'),
    }),
    screenshot('board-desktop-light', 'wide', {
      label: 'A project as a board',
      label_localized: inArabic('مشروع على هيئة لوحة'),
    }),
    screenshot('today-phone-light', 'narrow', {
      label: 'Today, with what is overdue',
      label_localized: inArabic('اليوم، مع المهام المتأخرة'),
    }),
    screenshot('task-phone-light', 'narrow', {
      label: 'A task with its notes and subtasks',
      label_localized: inArabic('مهمة مع ملاحظاتها ومهامها الفرعية'),
    }),
  ],
};

/** One of the pictures of the documents, which the build puts beside the app (scripts/install-pictures.ts). */
function screenshot(
  picture: string,
  form: 'wide' | 'narrow',
  words: { label: string; label_localized: Localized },
) {
  const sizes = form === 'wide' ? '1280x800' : '390x844';
  const src = `/screenshots/${picture}.png`;
  return { src, sizes, type: 'image/png', form_factor: form, ...words };
}

function inArabic(value: string): Localized {
  return { ar: { value, dir: 'rtl' } };
}
