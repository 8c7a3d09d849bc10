import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
import {
  isLanguageCode,
  type LanguageChoice,
  languageCodes,
  languages,
} from '#client/i18n/languages.ts';
import { Select } from '#client/ui/input.tsx';

/** Chooses the language of the app. Each is named in itself, for those who cannot read the one that is shown. */
export function LanguageSelect({
  value,
  onChange,
}: {
  value: LanguageChoice;
  onChange: (choice: LanguageChoice) => void;
}) {
  const words = useSettingsWords();
  return (
    <Select
      aria-label={words.language}
      data-testid="language-select"
      value={value}
      className="w-40!"
      onChange={({ target }) => onChange(isLanguageCode(target.value) ? target.value : 'system')}
    >
      <option value="system">{words.languageOfDevice}</option>
      {languageCodes.map((code) => (
        <option key={code} value={code} lang={code}>
          {languages[code].name}
        </option>
      ))}
    </Select>
  );
}
