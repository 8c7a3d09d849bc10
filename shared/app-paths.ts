/** The pages of the app by the first part of their address; `''` is the start page. */
export const appPages: readonly string[] = [
  '',
  'dashboard',
  'today',
  'upcoming',
  'calendar',
  'all',
  'board',
  'project',
  'projects',
  'label',
  'labels',
  'filter',
  'search',
  'statistics',
  'conflicts',
  'trash',
  'import',
  'settings',
  'login',
  'share',
  'open',
];

/** Whether an address is one of the app's own pages, whoever asks for it. */
export function isAppPage(path: string): boolean {
  return appPages.includes(path.split('/')[1] ?? '');
}
