// Made from catalogs/en/settings.json by `npm run words`; edit that instead.

/** The words of `settings` with what they take. */
export interface SettingsWords {
  readonly title: string;
  readonly appearance: string;
  readonly language: string;
  readonly languageOfDevice: string;
  readonly theme: string;
  readonly themes: {
    readonly system: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly density: string;
  readonly densities: {
    readonly comfortable: string;
    readonly compact: string;
  };
  readonly keyboard: string;
  readonly singleKeys: string;
  readonly singleKeysText: string;
  readonly showKeys: string;
  readonly account: string;
  readonly data: string;
  readonly importText: string;
  readonly exportText: string;
  readonly export: string;
  readonly about: string;
  /** Version {version} */
  readonly version: (of: { version: string }) => string;
  readonly checkForUpdate: string;
  readonly isNewest: string;
  readonly notChecked: string;
  readonly contrast: string;
  readonly contrasts: {
    readonly system: string;
    readonly normal: string;
    readonly high: string;
  };
  readonly densityText: string;
}
