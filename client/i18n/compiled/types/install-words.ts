// Made from catalogs/en/install.json by `npm run words`; edit that instead.

/** The words of `install` with what they take. */
export interface InstallWords {
  readonly title: string;
  readonly text: string;
  readonly installed: string;
  readonly installedText: string;
  readonly cardTitle: string;
  readonly cardText: string;
  readonly install: string;
  readonly how: string;
  readonly later: string;
  readonly notInstalled: string;
  readonly steps: {
    readonly ios: {
      readonly '0': string;
      readonly '1': string;
      readonly '2': string;
    };
    readonly mac: {
      readonly '0': string;
      readonly '1': string;
      readonly '2': string;
    };
    readonly android: {
      readonly '0': string;
      readonly '1': string;
    };
    readonly menu: {
      readonly '0': string;
      readonly '1': string;
    };
  };
}
