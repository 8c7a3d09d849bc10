// Made from catalogs/en/nav.json by `npm run words`; edit that instead.

/** The words of `nav` with what they take. */
export interface NavWords {
  readonly label: string;
  readonly inbox: string;
  readonly today: string;
  readonly upcoming: string;
  readonly all: string;
  readonly trash: string;
  readonly conflicts: string;
  readonly settings: string;
  readonly import: string;
  readonly search: string;
  readonly skipToList: string;
  readonly keyboard: string;
  readonly calendar: string;
  readonly statistics: string;
}
