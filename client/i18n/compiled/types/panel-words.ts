// Made from catalogs/en/panel.json by `npm run words`; edit that instead.

/** The words of `panel` with what they take. */
export interface PanelWords {
  readonly addLabels: string;
  readonly estimate: string;
}
