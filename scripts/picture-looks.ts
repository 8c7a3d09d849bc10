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
export const picturesOfDocs: readonly string[] = ['board-desktop-light', 'today-desktop-light'];
