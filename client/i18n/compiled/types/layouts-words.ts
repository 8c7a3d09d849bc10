// Made from catalogs/en/layouts.json by `npm run words`; edit that instead.

/** The words of `layouts` with what they take. */
export interface LayoutsWords {
  readonly label: string;
  /** View as: {name} */
  readonly current: (of: { name: string }) => string;
  readonly list: string;
  readonly board: string;
  readonly calendar: string;
  readonly showAs: {
    readonly list: string;
    readonly board: string;
    readonly calendar: string;
  };
}
