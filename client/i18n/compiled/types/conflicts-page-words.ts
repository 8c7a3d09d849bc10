// Made from catalogs/en/conflicts-page.json by `npm run words`; edit that instead.

/** The words of `conflicts-page` with what they take. */
export interface ConflictsPageWords {
  readonly title: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly keepTheirs: string;
  readonly yours: string;
  readonly kept: string;
  readonly goneText: string;
  readonly putAway: string;
}
