import type { BrowserContextOptions } from '@playwright/test';

/** The devices that pictures are taken on. */
export const devices: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** How the app can look: what the device asks for, and what the person chose. */
export const looks: Readonly<
  Record<
    string,
    Pick<BrowserContextOptions, 'colorScheme' | 'forcedColors'> & {
      preferences?: Readonly<Record<string, string>>;
    }
  >
> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high-light': { colorScheme: 'light', preferences: { contrast: 'high' } },
  'high-dark': { colorScheme: 'dark', preferences: { contrast: 'high' } },
  compact: { colorScheme: 'light', preferences: { density: 'compact' } },
  arabic: { colorScheme: 'light', preferences: { language: 'ar' } },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};

/** The pictures that the documents show. */
export const picturesOfDocs: readonly string[] = [
  'today-desktop-light',
  'today-phone-light',
  'upcoming-desktop-light',
  'upcoming-phone-light',
  'calendar-desktop-dark',
  'calendar-phone-light',
  'week-desktop-light',
  'board-desktop-light',
  'board-phone-dark',
  'project-phone-dark',
  'task-desktop-dark',
  'task-phone-light',
  'task-phone-dark',
  'quick-add-desktop-light',
  'paste-desktop-light',
  'palette-desktop-light',
  'search-desktop-dark',
  'done-desktop-light',
  'conflicts-desktop-light',
  'offline-desktop-dark',
  'offline-phone-dark',
  'import-preview-desktop-light',
  'today-desktop-high-dark',
  'today-desktop-compact',
  'today-desktop-arabic',
];
