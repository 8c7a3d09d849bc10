// Made from catalogs/en/settings.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { SettingsWords } from '../types/settings-words.ts';

/** The words of `settings` in the language `en`. */
export const settingsWords: SettingsWords = {
  title: 'Settings',
  appearance: 'Appearance',
  language: 'Language',
  languageOfDevice: 'As the device',
  theme: 'Theme',
  themes: {
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
  },
  density: 'Row height',
  densities: {
    comfortable: 'Comfortable',
    compact: 'Compact',
  },
  keyboard: 'Keyboard',
  singleKeys: 'Single-key shortcuts',
  singleKeysText: 'Keys such as E or J act on the list. Switch them off if you use voice input.',
  showKeys: 'Show all keys',
  account: 'Account',
  data: 'Your data',
  importText: 'Bring your tasks from Todoist, from a calendar or from a TaskFlow export.',
  exportText: 'Everything on this device in one JSON file.',
  export: 'Export my data',
  about: 'About',
  version: (of) => `Version ${text(of.version)}`,
  checkForUpdate: 'Check for updates',
  isNewest: 'This is the newest version.',
  notChecked: 'The server cannot be reached now. Try again when you are online.',
  contrast: 'Contrast',
  contrasts: {
    system: 'As the device',
    normal: 'Normal',
    high: 'High',
  },
  densityText: 'Rows that are touched always have room for a finger.',
};
