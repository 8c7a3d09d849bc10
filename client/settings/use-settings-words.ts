import { settingsWords } from '#client/i18n/en-settings.ts';

/** The words of the settings: they come with that page, since the list has no use for them. */
export function useSettingsWords(): (typeof settingsWords)['settings'] {
  return settingsWords.settings;
}
