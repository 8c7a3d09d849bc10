// Made from catalogs/*/settings.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { settingsWords } from './en/settings-words.ts';
import type { SettingsWords } from './types/settings-words.ts';

/** The words of `settings` in the person's language. */
export function useSettingsWords(): SettingsWords {
  return useArea('settings', settingsWords);
}
